<?xml version="1.0" encoding="UTF-8"?>
<!-- The print edition: from the encoding to the print tree, which the Typst template xslt/print/edition.typ reads as
     data and sets. Its elements:

     print        lang, title, short (for the running head), author (perhaps several, parted by "; ")
       front      the title page: date, title, subtitle, message (heading, fact…), imprint, in this order, each optional
       text       heading; then blocks
         block    kind: letterhead, number, routing, address, salutation, paragraph, point, closing
         message  a message in the message: rubric, then blocks
       map        heading, caption, description: what the map shows, for those who do not see it
       section    heading; section, p, entry (term, p…)
       index      heading; group (heading; entry: term, names, p…; at: the marks where the name stands)
       colophon   heading, p…

     In a block, in a footnote and in a p, among the words:
       lb         a line break
       label      the numeral of a point
       mark       id: a place that the index leads to
       note       a footnote: lemma, then said…
       name       lang: a name in a language or script of its own (BCP 47)

     Words are words: nothing in them is read as markup of any kind. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:imprimatur:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all"
  expand-text="yes">

  <xsl:import href="shared/parameters.xsl"/>
  <xsl:import href="shared/registers.xsl"/>
  <xsl:import href="shared/passages.xsl"/>
  <xsl:import href="shared/unhandled.xsl"/>
  <xsl:import href="shared/citation.xsl"/>
  <xsl:import href="shared/mentions.xsl"/>
  <xsl:import href="shared/normal-values.xsl"/>
  <xsl:import href="shared/apparatus.xsl"/>
  <xsl:import href="shared/record.xsl"/>
  <xsl:import href="print/title-page.xsl"/>
  <xsl:import href="print/text.xsl"/>
  <xsl:import href="print/back-matter.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" indent="no" omit-xml-declaration="yes"/>

  <xsl:mode on-no-match="fail" use-accumulators="mark"/>

  <xsl:template match="/" as="element()">
    <xsl:variable name="citation" as="map(*)" select="f:citation(f:message(.))"/>
    <print lang="{($citation?language, 'en')[1]}" title="{$citation?title}" short="{f:short-title($citation)}"
      author="{string-join($citation?authors, '; ')}">
      <xsl:call-template name="title-page"/>
      <text>
        <heading>Text</heading>
        <xsl:apply-templates select="TEI/text" mode="text"/>
      </text>
      <xsl:call-template name="map"/>
      <xsl:for-each select="f:record-sections(.)">
        <xsl:sequence select="f:without-citation(.)"/>
      </xsl:for-each>
      <xsl:call-template name="index"/>
      <xsl:call-template name="colophon"/>
    </print>
  </xsl:template>

</xsl:stylesheet>
