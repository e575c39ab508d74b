<?xml version="1.0" encoding="UTF-8"?>
<!-- The text edition: from the encoding to the text tree, which src/editions/text/ sets in lines.

     The tree is made of
       text
         line      words that keep to themselves, with white space before them as @gap says
         p         a paragraph, filled and broken by words
         entry     a term and its paragraphs, the paragraphs set in beside it
         heading   level: 1 or 2
         rule      the line below the reading text
     Blocks have @indent, columns from the left; @hang, more columns for all lines but the first; @gap="none", where
     no blank line goes before. Inside a block, lb is the only element that breaks a line; of others only the words
     count. White space is folded.

     The reading text is the source's own, word by word: up to the rule nothing is inserted. -->
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
  <xsl:import href="text/reading-text.xsl"/>
  <xsl:import href="text/below-the-text.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" indent="no" omit-xml-declaration="yes"/>

  <xsl:mode on-no-match="fail"/>

  <xsl:template match="/" as="element()">
    <text>
      <xsl:apply-templates select="TEI/teiHeader/fileDesc" mode="reading-text"/>
      <xsl:apply-templates select="TEI/text" mode="reading-text"/>
      <rule/>
      <xsl:call-template name="notes"/>
      <xsl:call-template name="names"/>
      <xsl:call-template name="record"/>
    </text>
  </xsl:template>

</xsl:stylesheet>
