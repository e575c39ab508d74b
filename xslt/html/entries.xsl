<?xml version="1.0" encoding="UTF-8"?>
<!-- Entries of the registers as the index shows them, and as the script shows them on cards: names, whereabouts,
     relations, and the passages where the text speaks of them. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:imprimatur:functions"
  xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all"
  expand-text="yes">

  <!-- The entries that the document speaks of, in its text or in its header, in the order of the registers. -->
  <xsl:function name="f:entries-in" as="element()*">
    <xsl:param name="document" as="document-node()"/>
    <xsl:sequence select="$f:entries[f:is-entry-in(., $document)]"/>
  </xsl:function>

  <xsl:function name="f:is-entry-in" as="xs:boolean">
    <xsl:param name="entry" as="element()"/>
    <xsl:param name="document" as="document-node()"/>
    <xsl:sequence select="
        exists(key('mention', $entry/@xml:id, $document)) or exists(key('mention-in-header', $entry/@xml:id, $document))"/>
  </xsl:function>

  <xsl:function name="f:entry-kind" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="if ($entry/@type = 'force') then 'force' else local-name($entry)"/>
  </xsl:function>

  <!-- The identifier of an entry on the page. Registers and text may use the same word for different things. -->
  <xsl:function name="f:entry-identifier" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="
        (if ($entry/self::org) then 'organisation' else local-name($entry)) || '-' || $entry/@xml:id"/>
  </xsl:function>

  <xsl:template name="entry">
    <xsl:context-item as="element()" use="required"/>
    <xsl:param name="document" as="document-node()"/>
    <article class="entry {f:entry-kind(.)}" id="{f:entry-identifier(.)}">
      <xsl:if test="self::place">
        <xsl:attribute name="data-place">{@xml:id}</xsl:attribute>
      </xsl:if>
      <h4>{f:title(.)}<xsl:if test="@type">
          <xsl:text> </xsl:text>
          <span class="kind">{f:label(@type)}</span>
        </xsl:if></h4>
      <xsl:for-each select="note">
        <p class="about">{f:line(.)}</p>
      </xsl:for-each>
      <xsl:call-template name="entry-names"/>
      <xsl:call-template name="entry-whereabouts"/>
      <xsl:call-template name="relations">
        <xsl:with-param name="document" select="$document"/>
      </xsl:call-template>
      <xsl:call-template name="entry-passages">
        <xsl:with-param name="document" select="$document"/>
      </xsl:call-template>
    </article>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- All names but the one at the head; those of one kind and language in one row. -->
  <xsl:template name="entry-names">
    <xsl:context-item as="element()" use="required"/>
    <xsl:variable name="title" as="xs:string" select="f:title(.)"/>
    <xsl:variable name="names" as="element()*" select="placeName | persName | orgName"/>
    <xsl:if test="exists($names[not(f:line(.) = $title)])">
      <table class="names">
        <caption class="visually-hidden">Names of {$title}</caption>
        <tbody>
          <xsl:for-each-group select="$names[not(@type = 'usual')]" group-by="f:name-label(.)">
            <tr>
              <th scope="row">{current-grouping-key()}</th>
              <td>
                <xsl:for-each select="current-group()">
                  <xsl:if test="position() gt 1">, </xsl:if>
                  <span lang="{f:language(.)}" data-reading="{@type}">{f:line(.)}</span>
                </xsl:for-each>
              </td>
            </tr>
            <xsl:text>&#10;</xsl:text>
          </xsl:for-each-group>
        </tbody>
      </table>
      <xsl:text>&#10;</xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:template name="entry-whereabouts">
    <xsl:context-item as="element()" use="required"/>
    <xsl:variable name="geonames" as="element(idno)*" select="idno[@type = 'GeoNames']"/>
    <xsl:if test="self::place and (exists(f:coordinates(.)) or exists($geonames))">
      <p class="whereabouts">
        <xsl:if test="exists(f:coordinates(.))">
          <span class="coordinates">{f:coordinates-in-words(f:coordinates(.))}</span>
        </xsl:if>
        <xsl:for-each select="$geonames">
          <xsl:text> · </xsl:text>
          <a href="https://www.geonames.org/{.}/">GeoNames {.}</a>
        </xsl:for-each>
      </p>
    </xsl:if>
  </xsl:template>

  <!-- "37.566° N, 126.9784° E" -->
  <xsl:function name="f:coordinates-in-words" as="xs:string">
    <xsl:param name="coordinates" as="xs:decimal*"/>
    <xsl:variable name="latitude" as="xs:decimal" select="$coordinates[1]"/>
    <xsl:variable name="longitude" as="xs:decimal" select="$coordinates[2]"/>
    <xsl:sequence select="
        abs($latitude) || '°&#160;' || (if ($latitude lt 0) then 'S' else 'N') || ', '
        || abs($longitude) || '°&#160;' || (if ($longitude lt 0) then 'W' else 'E')"/>
  </xsl:function>

  <!-- Where the text speaks of the entry: each passage, the words it uses where they are not the title, and how sure
       the encoding is. -->
  <xsl:template name="entry-passages">
    <xsl:context-item as="element()" use="required"/>
    <xsl:param name="document" as="document-node()"/>
    <xsl:variable name="title" as="xs:string" select="f:title(.)"/>
    <xsl:variable name="mentions" as="element()*" select="f:mentions(., $document)"/>
    <div class="passages">
      <p>{if (exists($mentions)) then 'In the text:' else 'Only in the record:'}</p>
      <xsl:text> </xsl:text>
      <ul>
        <xsl:for-each-group select="$mentions" group-by="f:passage(.)/@xml:id">
          <li>
            <a href="#{current-grouping-key()}">{f:passage-label(f:passage(.))}</a>
            <xsl:for-each select="distinct-values(current-group() ! f:words(.))[lower-case(.) != lower-case($title)]">
              <xsl:text> </xsl:text>
              <q>{.}</q>
            </xsl:for-each>
            <xsl:for-each select="distinct-values(current-group()/@cert)">
              <xsl:text> </xsl:text>
              <span class="certainty">({.} certainty)</span>
            </xsl:for-each>
          </li>
          <xsl:text>&#10;</xsl:text>
        </xsl:for-each-group>
        <xsl:if test="empty($mentions)">
          <li><a href="#record">the document’s record</a></li>
        </xsl:if>
      </ul>
    </div>
  </xsl:template>

</xsl:stylesheet>
