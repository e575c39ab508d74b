<?xml version="1.0" encoding="UTF-8"?>
<!-- Messages: the document itself, and each message that is forwarded in it, which is a document of its own with a
     heading, its correspondents, its permalink and its citation. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:imprimatur:functions"
  xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all"
  expand-text="yes">

  <!-- The whole reading text of a document. What is the document’s own stands in elements of the class
       "reading-text" and nothing else does: their text, one after another, is the text of the source. -->
  <xsl:template name="reading-text">
    <xsl:context-item as="document-node()" use="required"/>
    <div class="message">
      <xsl:for-each select="f:message(.)">
        <xsl:call-template name="identifier"/>
      </xsl:for-each>
      <xsl:for-each select="TEI/text/(front | body | back)">
        <xsl:call-template name="message-parts"/>
      </xsl:for-each>
    </div>
  </xsl:template>

  <!-- What the marks in the text mean. -->
  <xsl:template name="marks">
    <xsl:context-item as="document-node()" use="required"/>
    <xsl:if test="exists(TEI/text//*[@ref])">
      <p class="marks">
        <xsl:text>Names lead to what is known of them: places are underlined with a line, persons, organisations and armed forces with dots.</xsl:text>
        <xsl:if test="exists(TEI/text//note)"> Grey words in square brackets came to the text with its publication.</xsl:if>
        <xsl:text> </xsl:text>
        <a href="#principles">How the text is edited</a>
        <xsl:text>.</xsl:text>
      </p>
    </xsl:if>
  </xsl:template>

  <!-- Parts of a message in their order: runs of its own text, and between them the messages forwarded in it. -->
  <xsl:template name="message-parts">
    <xsl:context-item as="element()" use="required"/>
    <xsl:for-each-group select="f:flat(*)" group-adjacent="exists(self::floatingText)">
      <xsl:choose>
        <xsl:when test="current-grouping-key()">
          <xsl:apply-templates select="current-group()" mode="text"/>
        </xsl:when>
        <xsl:otherwise>
          <div class="reading-text">
            <xsl:apply-templates select="current-group()/f:anchor(.) except f:message(root(.))" mode="anchor"/>
            <xsl:apply-templates select="current-group()" mode="text"/>
          </div>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:template>

  <!-- The elements with each division that holds a forwarded message replaced by what is in it. -->
  <xsl:function name="f:flat" as="element()*">
    <xsl:param name="elements" as="element()*"/>
    <xsl:sequence select="$elements ! (if (self::div[.//floatingText]) then f:flat(*) else .)"/>
  </xsl:function>

  <!-- The divisions that f:flat left out and that begin with this element: their identifiers are kept here. -->
  <xsl:function name="f:anchor" as="element()*">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        $element[not(preceding-sibling::*)]/parent::div[.//floatingText] ! (f:anchor(.), .)"/>
  </xsl:function>

  <xsl:mode name="anchor" on-no-match="fail"/>

  <xsl:template match="div" mode="anchor">
    <xsl:if test="@xml:id">
      <span class="anchor" id="{@xml:id}"></span>
    </xsl:if>
  </xsl:template>

  <xsl:template match="floatingText" mode="text">
    <article class="message forwarded" aria-labelledby="{f:identity(.)}-title">
      <xsl:call-template name="identifier"/>
      <xsl:call-template name="message-header"/>
      <xsl:for-each select="front | body | back">
        <xsl:call-template name="message-parts"/>
      </xsl:for-each>
    </article>
  </xsl:template>

  <!-- What an element is called in identifiers that are built from its own. -->
  <xsl:function name="f:identity" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="($element/@xml:id, generate-id($element))[1]"/>
  </xsl:function>

  <xsl:template name="message-header">
    <xsl:context-item as="element(floatingText)" use="required"/>
    <xsl:variable name="correspondence" as="element()?" select="f:correspondence(.)"/>
    <header class="message-header">
      <p class="kicker">The forwarded {lower-case((f:genre(.), 'message')[1])}, a document of its own</p>
      <h3 id="{f:identity(.)}-title">{
        if ($correspondence) then f:correspondence-title($correspondence) else f:passage-label(.)}</h3>
      <xsl:for-each select="$correspondence">
        <xsl:call-template name="correspondence-line"/>
      </xsl:for-each>
      <xsl:if test="@xml:id">
        <ul class="message-links">
          <li><a href="#{@xml:id}">Link to this {lower-case((f:genre(.), 'message')[1])}</a></li>
          <xsl:if test="$correspondence">
            <li><a href="#cite-{@xml:id}">How to cite it</a></li>
            <li><a href="#{f:identity($correspondence)}">Its record</a></li>
          </xsl:if>
        </ul>
      </xsl:if>
    </header>
  </xsl:template>

</xsl:stylesheet>
