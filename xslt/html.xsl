<?xml version="1.0" encoding="UTF-8"?>
<!-- The web edition. A document becomes a page, with its citation in the forms of reference managers beside it; the
     initial template "index" makes the list of all documents. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:imprimatur:functions"
  xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all"
  expand-text="yes">

  <xsl:import href="shared/parameters.xsl"/>
  <xsl:import href="shared/registers.xsl"/>
  <xsl:import href="shared/passages.xsl"/>
  <xsl:import href="shared/mentions.xsl"/>
  <xsl:import href="shared/normal-values.xsl"/>
  <xsl:import href="shared/citation.xsl"/>
  <xsl:import href="html/unhandled.xsl"/>
  <xsl:import href="html/labels.xsl"/>
  <xsl:import href="html/page.xsl"/>
  <xsl:import href="html/contents.xsl"/>
  <xsl:import href="html/messages.xsl"/>
  <xsl:import href="html/structure.xsl"/>
  <xsl:import href="html/names.xsl"/>
  <xsl:import href="html/values.xsl"/>
  <xsl:import href="html/passage-links.xsl"/>
  <xsl:import href="html/readings.xsl"/>
  <xsl:import href="html/entries.xsl"/>
  <xsl:import href="html/relations.xsl"/>
  <xsl:import href="html/places.xsl"/>
  <xsl:import href="html/index-of-names.xsl"/>
  <xsl:import href="html/record.xsl"/>
  <xsl:import href="html/correspondence.xsl"/>
  <xsl:import href="html/prose.xsl"/>
  <xsl:import href="html/metadata.xsl"/>
  <xsl:import href="html/citation.xsl"/>
  <xsl:import href="html/site.xsl"/>

  <xsl:output method="html" html-version="5.0" encoding="UTF-8" indent="no" include-content-type="no"/>

  <!-- The initial mode: a document to its page. -->
  <xsl:mode on-no-match="fail"/>

  <xsl:template match="/">
    <xsl:call-template name="page"/>
    <xsl:call-template name="citation-files"/>
  </xsl:template>

</xsl:stylesheet>
