<?xml version="1.0" encoding="UTF-8"?>
<!-- The index of names: places, persons, armed forces, organisations, each with the passages where it stands. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:imprimatur:functions"
  xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all"
  expand-text="yes">

  <xsl:template name="index-of-names">
    <xsl:context-item as="document-node()" use="required"/>
    <xsl:variable name="document" as="document-node()" select="."/>
    <xsl:variable name="titles" as="map(xs:string, xs:string)" select="map {
        'place': 'Places', 'person': 'Persons', 'force': 'Armed forces', 'org': 'Organisations' }"/>
    <xsl:variable name="all" as="element()*" select="f:entries-in(.)"/>
    <xsl:if test="exists($all)">
      <section id="names" class="names-index" aria-labelledby="names-title">
        <h2 id="names-title">Index of names</h2>
        <p>Every name points to the passages where it stands, with the words of the text where they are others.</p>
        <xsl:for-each select="'place', 'person', 'force', 'org'">
          <xsl:variable name="kind" as="xs:string" select="."/>
          <xsl:variable name="entries" as="element()*" select="$all[f:entry-kind(.) = $kind]"/>
          <xsl:if test="exists($entries)">
            <section class="index-part" id="names-{lower-case(translate($titles($kind), ' ', '-'))}">
              <h3>{$titles($kind)}</h3>
              <div class="entries">
                <xsl:for-each select="$entries">
                  <xsl:sort select="lower-case(replace(f:title(.), '[“”‘’]', ''))"
                    collation="http://www.w3.org/2005/xpath-functions/collation/codepoint"/>
                  <xsl:call-template name="entry">
                    <xsl:with-param name="document" select="$document"/>
                  </xsl:call-template>
                </xsl:for-each>
              </div>
            </section>
            <xsl:text>&#10;</xsl:text>
          </xsl:if>
        </xsl:for-each>
      </section>
      <xsl:text>&#10;</xsl:text>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
