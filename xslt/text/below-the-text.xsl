<?xml version="1.0" encoding="UTF-8"?>
<!-- Below the rule: the notes, each keyed by its passage and its lemma, the register of names, the record. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:imprimatur:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all"
  expand-text="yes">

  <!-- The templates of this mode match the sections of shared/record.xsl, which are in no namespace. -->
  <xsl:mode name="section" on-no-match="fail"/>

  <xsl:template name="notes" as="element()*">
    <xsl:context-item as="document-node()" use="required"/>
    <xsl:variable name="notes" as="element()*" select="f:notes(TEI/text)"/>
    <xsl:if test="exists($notes)">
      <heading level="1">Notes and other names</heading>
      <xsl:for-each select="$notes">
        <p indent="0" hang="{$f:step}">
          <xsl:if test="position() gt 1"><xsl:attribute name="gap" select="'none'"/></xsl:if>
          <xsl:text>{@passage} · {*:lemma}] {string-join(*:said, ' ')}</xsl:text>
        </p>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <xsl:template name="names" as="element()*">
    <xsl:context-item as="document-node()" use="required"/>
    <xsl:variable name="sections" as="element()*" select="f:register-sections(.)"/>
    <xsl:if test="exists($sections)">
      <heading level="1">Register of names</heading>
      <xsl:apply-templates select="$sections" mode="section">
        <xsl:with-param name="level" select="2"/>
      </xsl:apply-templates>
    </xsl:if>
  </xsl:template>

  <xsl:template name="record" as="element()*">
    <xsl:context-item as="document-node()" use="required"/>
    <xsl:apply-templates select="f:record-sections(.)" mode="section"/>
  </xsl:template>

  <xsl:template match="*:section" mode="section" as="element()*">
    <xsl:param name="level" as="xs:integer" select="1"/>
    <heading level="{min(($level, 2))}">{*:heading}</heading>
    <xsl:apply-templates select="* except *:heading" mode="section">
      <xsl:with-param name="level" select="$level + 1"/>
    </xsl:apply-templates>
  </xsl:template>

  <xsl:template match="*:entry" mode="section" as="element()">
    <xsl:param name="level" as="xs:integer" select="1"/>
    <entry>
      <term>{*:term}</term>
      <xsl:for-each select="(*:names | *:p | *:passages)[normalize-space()]">
        <p>{normalize-space()}</p>
      </xsl:for-each>
    </entry>
  </xsl:template>

  <xsl:template match="*:p" mode="section" as="element()">
    <xsl:param name="level" as="xs:integer" select="1"/>
    <p indent="0">{normalize-space()}</p>
  </xsl:template>

</xsl:stylesheet>
