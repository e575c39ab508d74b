<?xml version="1.0" encoding="UTF-8"?>
<!-- Prose of the header: principles, rights, descriptions. The elements that principles speak of are shown as code. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:imprimatur:functions"
  xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all"
  expand-text="yes">

  <xsl:mode name="prose" on-no-match="shallow-skip"/>

  <xsl:template match="text()" mode="prose record">
    <xsl:value-of select="."/>
  </xsl:template>

  <xsl:template match="p" mode="prose record">
    <p>
      <xsl:call-template name="identifier"/>
      <xsl:apply-templates mode="prose"/>
    </p>
  </xsl:template>

  <xsl:template match="q" mode="prose">
    <q><xsl:apply-templates mode="prose"/></q>
  </xsl:template>

  <xsl:template match="gi | val" mode="prose">
    <code><xsl:apply-templates mode="prose"/></code>
  </xsl:template>

  <xsl:template match="att" mode="prose">
    <code>@<xsl:apply-templates mode="prose"/></code>
  </xsl:template>

  <!-- A pointer within the document leads to the page's own passage. -->
  <xsl:template match="ref[@target]" mode="prose record">
    <a href="{@target}"><xsl:apply-templates mode="prose"/></a>
  </xsl:template>

  <xsl:template match="persName | placeName | orgName" mode="prose record">
    <xsl:variable name="entry" as="element()?" select="f:entries-of(.)[1]"/>
    <xsl:choose>
      <xsl:when test="$entry">
        <a class="header-name" href="#{f:entry-identifier($entry)}" data-entries="{f:entry-identifier($entry)}">
          <xsl:apply-templates mode="prose"/>
        </a>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates mode="prose"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="note" mode="record">
    <p class="remark"><xsl:apply-templates mode="prose"/></p>
  </xsl:template>

</xsl:stylesheet>
