<?xml version="1.0" encoding="UTF-8"?>
<!-- The switch for how places read. It is of use only to the script, which shows it; without, the text stands as
     written. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:imprimatur:functions"
  xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all"
  expand-text="yes">

  <xsl:template name="readings">
    <xsl:context-item as="document-node()" use="required"/>
    <xsl:if test="exists(TEI/text//(placeName | geogName)[f:is-proper-name(.)])">
      <aside class="readings" aria-label="How places read" hidden="hidden">
        <fieldset>
          <legend>How places read</legend>
          <xsl:for-each select="$f:readings">
            <label>
              <input type="radio" name="reading" value="{.}">
                <xsl:if test="position() = 1">
                  <xsl:attribute name="checked">checked</xsl:attribute>
                </xsl:if>
              </input>
              <span>{f:label(.)}</span>
            </label>
          </xsl:for-each>
        </fieldset>
        <p class="readings-legend" hidden="hidden"></p>
        <p class="readings-status visually-hidden" role="status"></p>
      </aside>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
