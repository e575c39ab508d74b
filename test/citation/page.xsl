<?xml version="1.0" encoding="UTF-8"?>
<!-- A page that holds nothing but what the citation modules write. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  expand-text="yes">

  <xsl:import href="imprimatur:shared/parameters.xsl"/>
  <xsl:import href="imprimatur:shared/registers.xsl"/>
  <xsl:import href="imprimatur:html/metadata.xsl"/>
  <xsl:import href="imprimatur:html/citation.xsl"/>

  <xsl:output method="html" html-version="5.0" encoding="UTF-8" indent="no" include-content-type="no"/>
  <xsl:mode on-no-match="fail"/>

  <xsl:template match="/">
    <html lang="en">
      <head>
        <title>Citation</title>
        <xsl:call-template name="metadata"/>
      </head>
      <body>
        <h1>Citation</h1>
        <xsl:call-template name="how-to-cite"/>
        <xsl:for-each select="//floatingText">
          <xsl:call-template name="how-to-cite-forwarded"/>
        </xsl:for-each>
      </body>
    </html>
    <xsl:call-template name="citation-files"/>
  </xsl:template>

</xsl:stylesheet>
