<?xml version="1.0" encoding="UTF-8"?>
<!-- The web edition, its page holding nothing but what the citation modules write. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  expand-text="yes">

  <xsl:import href="imprimatur:html.xsl"/>

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
