<?xml version="1.0" encoding="UTF-8"?>
<!-- The way through the page: its parts, and the points of each message. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:imprimatur:functions"
  xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all"
  expand-text="yes">

  <xsl:template name="contents">
    <xsl:context-item as="document-node()" use="required"/>
    <nav class="contents" aria-labelledby="contents-title">
      <h2 id="contents-title">Contents</h2>
      <ul>
        <li><a href="#text">Text</a>
          <xsl:for-each select="f:forwarded-messages(.)[@xml:id]">
            <ul>
              <li><a href="#{@xml:id}">{f:correspondence-title(f:correspondence(.))}</a>
                <xsl:call-template name="contents-points"/>
              </li>
              <xsl:text>&#10;</xsl:text>
            </ul>
          </xsl:for-each>
        </li>
        <xsl:text>&#10;</xsl:text>
        <xsl:if test="$map">
          <li><a href="#map">Map</a></li>
        </xsl:if>
        <xsl:if test="exists(f:places-in(.))">
          <li><a href="#places">Places</a></li>
        </xsl:if>
        <xsl:if test="exists(f:entries-in(.))">
          <li><a href="#names">Index of names</a></li>
        </xsl:if>
        <xsl:if test="exists(f:values-in(.))">
          <li><a href="#values">Dates and quantities</a></li>
        </xsl:if>
        <li><a href="#record">The document’s record</a></li>
        <li><a href="#cite">How to cite</a></li>
      </ul>
    </nav>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template name="contents-points">
    <xsl:context-item as="element()" use="required"/>
    <xsl:variable name="points" as="element(div)*" select=".//div[@type = 'point'][@xml:id]"/>
    <xsl:if test="exists($points)">
      <ol class="points">
        <xsl:for-each select="$points">
          <li><a href="#{@xml:id}" aria-label="Point {@n}">{@n}</a></li>
        </xsl:for-each>
      </ol>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
