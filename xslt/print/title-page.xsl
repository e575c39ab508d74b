<?xml version="1.0" encoding="UTF-8"?>
<!-- The title page: the archive's date and title, the messages in it, who made the edition and when. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:imprimatur:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all"
  expand-text="yes">

  <xsl:template name="title-page" as="element()">
    <xsl:context-item as="document-node()" use="required"/>
    <xsl:variable name="file" as="element()" select="TEI/teiHeader/fileDesc"/>
    <xsl:variable name="citation" as="map(*)" select="f:citation(f:message(.))"/>
    <front>
      <xsl:for-each select="$file/sourceDesc/listWit/witness[1]/bibl/date[@type = 'document']">
        <date>{f:line(.)}</date>
      </xsl:for-each>
      <title>{$citation?title}</title>
      <xsl:for-each select="$file/titleStmt/title[@type = 'sub']">
        <subtitle>{f:line(.)}</subtitle>
      </xsl:for-each>
      <xsl:for-each select="f:message(.), f:forwarded-messages(.)">
        <xsl:sequence select="f:message-at-a-glance(.)"/>
      </xsl:for-each>
      <imprint>{string-join((
          $citation?publisher, $citation?edition, $file/publicationStmt/date ! f:line(.)), ' · ')}</imprint>
    </front>
  </xsl:template>

  <!-- A message at a glance: from whom to whom, where and when. -->
  <xsl:function name="f:message-at-a-glance" as="element()">
    <xsl:param name="message" as="element()"/>
    <xsl:variable name="actions" as="element()*" select="f:correspondence($message)/correspAction"/>
    <message>
      <heading>{f:heading-of-message($message)}</heading>
      <xsl:for-each select="$actions[date | placeName]">
        <fact>{f:capitalised(@type)} {string-join((
            placeName ! ('in ' || f:name-as-listed(.)), date ! f:line(.)), ', ')}</fact>
      </xsl:for-each>
    </message>
  </xsl:function>

  <!-- The title for running heads: who to whom, or the title itself. -->
  <xsl:function name="f:short-title" as="xs:string">
    <xsl:param name="citation" as="map(*)"/>
    <xsl:sequence select="
        if (exists($citation?authors) and exists($citation?addressees))
        then f:list-in-words($citation?authors) || ' to ' || f:list-in-words($citation?addressees)
        else $citation?title"/>
  </xsl:function>

</xsl:stylesheet>
