<?xml version="1.0" encoding="UTF-8"?>
<!-- Links to passages of the text, in a line: "opening paragraph 1, points 3, 5, 8". -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:imprimatur:functions"
  xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all"
  expand-text="yes">

  <!-- Each passage once, in the order of the text; of neighbours that differ only in their number, the numbers alone. -->
  <xsl:template name="links-to-passages">
    <xsl:param name="passages" as="element()*"/>
    <xsl:for-each-group select="$passages/." group-adjacent="f:unnumbered(f:passage-label(.))">
      <xsl:if test="position() gt 1">, </xsl:if>
      <xsl:choose>
        <xsl:when test="count(current-group()) = 1">
          <a href="#{@xml:id}">{f:passage-label(.)}</a>
        </xsl:when>
        <xsl:otherwise>
          <xsl:text>{current-grouping-key()}s </xsl:text>
          <xsl:for-each select="current-group()">
            <xsl:if test="position() gt 1">, </xsl:if>
            <a href="#{@xml:id}" aria-label="{f:passage-label(.)}">{f:number-of(f:passage-label(.))}</a>
          </xsl:for-each>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:template>

</xsl:stylesheet>
