<?xml version="1.0" encoding="UTF-8"?>
<!-- Correspondence descriptions: who sent a message to whom, when and from where, in a line and in full. What is not
     known says so. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:imprimatur:functions"
  xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all"
  expand-text="yes">

  <!-- "Mao Zedong to Peng Dehuai" -->
  <xsl:function name="f:correspondence-title" as="xs:string">
    <xsl:param name="correspondence" as="element(correspDesc)"/>
    <xsl:sequence select="string-join((
        f:list-in-words(f:names-in(f:action($correspondence, 'sent'))),
        f:list-in-words(f:names-in(f:action($correspondence, 'received'))))[. != ''], ' to ')"/>
  </xsl:function>

  <xsl:function name="f:action" as="element(correspAction)?">
    <xsl:param name="correspondence" as="element(correspDesc)"/>
    <xsl:param name="type" as="xs:string"/>
    <xsl:sequence select="$correspondence/correspAction[@type = $type][1]"/>
  </xsl:function>

  <!-- A message’s correspondents, place and dates in one list of terms: the head of a message. -->
  <xsl:template name="correspondence-line">
    <xsl:context-item as="element(correspDesc)" use="required"/>
    <xsl:variable name="sent" as="element()?" select="f:action(., 'sent')"/>
    <xsl:variable name="received" as="element()?" select="f:action(., 'received')"/>
    <dl class="correspondence-line">
      <xsl:call-template name="correspondence-fact">
        <xsl:with-param name="label" select="'From'"/>
        <xsl:with-param name="values" select="$sent/(persName | orgName | placeName)"/>
      </xsl:call-template>
      <xsl:call-template name="correspondence-fact">
        <xsl:with-param name="label" select="'To'"/>
        <xsl:with-param name="values" select="$received/(persName | orgName | placeName)"/>
      </xsl:call-template>
      <xsl:call-template name="correspondence-fact">
        <xsl:with-param name="label" select="'Sent'"/>
        <xsl:with-param name="values" select="$sent/date"/>
      </xsl:call-template>
      <xsl:if test="$received/date">
        <xsl:call-template name="correspondence-fact">
          <xsl:with-param name="label" select="'Received'"/>
          <xsl:with-param name="values" select="$received/date"/>
        </xsl:call-template>
      </xsl:if>
    </dl>
  </xsl:template>

  <xsl:template name="correspondence-fact">
    <xsl:param name="label" as="xs:string"/>
    <xsl:param name="values" as="element()*"/>
    <div>
      <dt>{$label}</dt>
      <dd>
        <xsl:for-each select="$values">
          <xsl:if test="position() gt 1">, </xsl:if>
          <xsl:apply-templates select="." mode="record"/>
        </xsl:for-each>
        <xsl:if test="empty($values)">
          <span class="unknown">not stated</span>
        </xsl:if>
      </dd>
    </div>
  </xsl:template>

  <xsl:template match="correspDesc" mode="record">
    <section class="correspondence">
      <xsl:call-template name="identifier"/>
      <h4>{f:correspondence-title(.)}</h4>
      <xsl:for-each select="@type">
        <p class="kicker">The {f:label(.)} telegram</p>
      </xsl:for-each>
      <xsl:apply-templates select="* except correspContext" mode="record"/>
      <xsl:apply-templates select="correspContext" mode="record"/>
    </section>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="correspAction" mode="record">
    <xsl:variable name="sent" as="xs:boolean" select="@type = 'sent'"/>
    <dl class="facts">
      <xsl:call-template name="correspondence-fact">
        <xsl:with-param name="label" select="if ($sent) then 'Sender' else 'Addressee'"/>
        <xsl:with-param name="values" select="persName | orgName"/>
      </xsl:call-template>
      <xsl:call-template name="correspondence-fact">
        <xsl:with-param name="label" select="if ($sent) then 'Sent from' else 'Received at'"/>
        <xsl:with-param name="values" select="placeName"/>
      </xsl:call-template>
      <xsl:call-template name="correspondence-fact">
        <xsl:with-param name="label" select="if ($sent) then 'Sent' else 'Received'"/>
        <xsl:with-param name="values" select="date"/>
      </xsl:call-template>
    </dl>
    <xsl:apply-templates select="* except (persName | orgName | placeName | date)" mode="record"/>
  </xsl:template>

  <xsl:template match="correspContext" mode="record">
    <ul class="context">
      <xsl:for-each select="*">
        <li><xsl:apply-templates select="." mode="record"/></li>
      </xsl:for-each>
    </ul>
  </xsl:template>

</xsl:stylesheet>
