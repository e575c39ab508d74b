<?xml version="1.0" encoding="UTF-8"?>
<!-- The reading text: divisions, paragraphs, the lines of letterhead, routing and closing. Nothing is added to the words:
     what else the reader sees (permalinks, marks) has no text of its own. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:imprimatur:functions"
  xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all"
  expand-text="yes">

  <!-- The text of the document. -->
  <xsl:mode name="text" on-no-match="shallow-skip"/>

  <xsl:template match="text()" mode="text">
    <xsl:value-of select="."/>
  </xsl:template>

  <!-- A block and the white space that parts it from the next, so that words of two blocks never run together. -->
  <xsl:template name="block">
    <xsl:param name="element" as="xs:string" select="'p'"/>
    <xsl:param name="class" as="xs:string?" select="()"/>
    <xsl:element name="{$element}">
      <xsl:if test="$class">
        <xsl:attribute name="class">{$class}</xsl:attribute>
      </xsl:if>
      <xsl:call-template name="identifier"/>
      <xsl:call-template name="permalink"/>
      <xsl:apply-templates mode="text"/>
    </xsl:element>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- The link to a passage: it has a name for those who hear the page, a sign (from the style sheet) for those who
       see it, and no text. -->
  <xsl:template name="permalink">
    <xsl:context-item as="element()" use="required"/>
    <xsl:if test="@xml:id and f:passage-kind(.)">
      <a class="permalink" href="#{@xml:id}" aria-label="Link to {f:passage-label(.)}"></a>
    </xsl:if>
  </xsl:template>

  <!-- A letterhead or what else stands at the head: lines, not headings of this page. -->
  <xsl:template match="head" mode="text">
    <xsl:call-template name="block">
      <xsl:with-param name="class" select="string-join(('head', @type), ' ')"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="opener | closer" mode="text">
    <xsl:call-template name="block">
      <xsl:with-param name="element" select="'div'"/>
      <xsl:with-param name="class" select="local-name()"/>
    </xsl:call-template>
  </xsl:template>

  <!-- An opener whose only part is a salutation needs no identity of its own. -->
  <xsl:template match="opener/seg | opener/dateline" mode="text">
    <xsl:call-template name="block">
      <xsl:with-param name="class" select="string-join(('line', (@type, local-name())[1]), ' ')"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="salute" mode="text">
    <xsl:call-template name="block">
      <xsl:with-param name="class" select="'salute'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="closer/signed | closer/dateline" mode="text">
    <span class="{local-name()}">
      <xsl:call-template name="identifier"/>
      <xsl:apply-templates mode="text"/>
    </span>
  </xsl:template>

  <xsl:template match="div" mode="text">
    <xsl:call-template name="block">
      <xsl:with-param name="element" select="'div'"/>
      <xsl:with-param name="class" select="string-join(('division', @type), ' ')"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="p" mode="text">
    <xsl:call-template name="block"/>
  </xsl:template>

  <xsl:template match="label" mode="text">
    <span class="label">
      <xsl:apply-templates mode="text"/>
    </span>
  </xsl:template>

  <xsl:template match="lb" mode="text">
    <br/>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="seg | idno" mode="text">
    <span class="{string-join((local-name(), @type), ' ')}">
      <xsl:call-template name="identifier"/>
      <xsl:apply-templates mode="text"/>
    </span>
  </xsl:template>

</xsl:stylesheet>
