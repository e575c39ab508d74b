<?xml version="1.0" encoding="UTF-8"?>
<!-- What follows the text in print: the map, the record, the index of names, the colophon. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:imprimatur:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all"
  expand-text="yes">

  <!-- Sections of shared/record.xsl (in no namespace) without the one on citing, which is moved. -->
  <xsl:mode name="moved" on-no-match="shallow-copy"/>

  <xsl:template match="*:section[@id = 'citation']" mode="moved"/>

  <xsl:function name="f:without-citation" as="element()">
    <xsl:param name="section" as="element()"/>
    <xsl:apply-templates select="$section" mode="moved"/>
  </xsl:function>

  <!-- The map itself comes beside the tree; here is what is said of it, and told to those who do not see it. -->
  <xsl:template name="map" as="element()?">
    <xsl:context-item as="document-node()" use="required"/>
    <xsl:variable name="places" as="element()*" select="f:entries-named-in(.)[self::place]"/>
    <xsl:variable name="points" as="xs:string*" select="$places[location] ! f:title(.)"/>
    <xsl:variable name="shapes" as="xs:string*"
      select="$places[not(location)][f:relations-from(.)/@name = $f:drawing-relations] ! f:title(.)"/>
    <xsl:if test="exists($points)">
      <map>
        <heading>The places</heading>
        <caption>The places that the text names, as it writes them. Coast: Natural Earth.</caption>
        <description>A map of {f:list-in-words(sort($points))}{
          if (exists($shapes)) then '; drawn between them: ' || string-join($shapes, '; ') else ''}.</description>
      </map>
    </xsl:if>
  </xsl:template>

  <!-- The relations by which a place without coordinates of its own is drawn between others. -->
  <xsl:variable name="f:drawing-relations" as="xs:string*" select="
      'end-point', 'start-point', 'around', 'on-bank-of', 'adjacent-to', 'north-of', 'south-of', 'east-of', 'west-of'"/>

  <!-- ============ the index ============ -->

  <xsl:template name="index" as="element()?">
    <xsl:context-item as="document-node()" use="required"/>
    <xsl:variable name="document" as="document-node()" select="."/>
    <xsl:variable name="named" as="element()*" select="f:entries-named-in(.)[exists(f:mentions(., $document))]"/>
    <xsl:if test="exists($named)">
      <index>
        <heading>Index of names</heading>
        <xsl:for-each-group select="$named" group-by="f:group-of(.)">
          <group>
            <heading>{current-grouping-key()}</heading>
            <xsl:for-each select="current-group()">
              <xsl:sort select="f:sort-key(.)"
                collation="http://www.w3.org/2005/xpath-functions/collation/codepoint"/>
              <xsl:sequence select="f:index-entry(., $document)"/>
            </xsl:for-each>
          </group>
        </xsl:for-each-group>
      </index>
    </xsl:if>
  </xsl:template>

  <xsl:function name="f:index-entry" as="element()">
    <xsl:param name="entry" as="element()"/>
    <xsl:param name="document" as="document-node()"/>
    <xsl:variable name="in-register" as="element()" select="f:register-entry($entry, $document)"/>
    <entry at="{f:mentions($entry, $document) ! f:mark-id(.)}">
      <xsl:sequence select="$in-register/(* except *:passages)"/>
    </entry>
  </xsl:function>

  <!-- ============ the colophon ============ -->

  <xsl:template name="colophon" as="element()">
    <xsl:context-item as="document-node()" use="required"/>
    <xsl:variable name="statement" as="element()" select="TEI/teiHeader/fileDesc/publicationStmt"/>
    <colophon>
      <heading>How to cite; colophon</heading>
      <xsl:for-each select="f:message(.), f:forwarded-messages(.)">
        <p>{f:citation-line(f:citation(.))}</p>
      </xsl:for-each>
      <p>Set by Typst from the TEI encoding <name lang="zxx">{$name}.xml</name>, in EB Garamond and Noto Sans Korean, both under the SIL Open Font License 1.1; made by imprimatur.</p>
      <xsl:for-each select="$statement/availability//p">
        <p>{f:line(.)}</p>
      </xsl:for-each>
    </colophon>
  </xsl:template>

</xsl:stylesheet>
