<?xml version="1.0" encoding="UTF-8"?>
<!-- Relations between entries, as sentences: from the entry to others, and from others to it. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:imprimatur:functions"
  xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all"
  expand-text="yes">

  <!-- What comes before the other entry in a sentence that begins with this one, and in the sentence turned round. -->
  <xsl:variable name="f:relation-words" as="map(xs:string, xs:string)" select="map {
      'located-in': 'Lies in', 'located-in of': 'In it:',
      'renamed-to': 'Older name of', 'renamed-to of': 'Older name:',
      'end-point': 'Between', 'end-point of': 'An end of:',
      'start-point': 'From', 'start-point of': 'Start of:',
      'leads-to': 'Toward',
      'around': 'Around', 'around of': 'In the middle of:',
      'north-of': 'North of', 'north-of of': 'To the north:',
      'south-of': 'South of', 'south-of of': 'To the south:',
      'on-bank-of': 'On the bank of', 'on-bank-of of': 'On its bank:',
      'adjacent-to': 'Adjacent to', 'adjacent-to of': 'Adjacent:',
      'part-of': 'Part of', 'part-of of': 'Includes:' }"/>

  <xsl:function name="f:relation-label" as="xs:string">
    <xsl:param name="relation" as="element(relation)"/>
    <xsl:param name="turned" as="xs:boolean"/>
    <!-- Where a direction starts somewhere, its end points are what it leads to. -->
    <xsl:variable name="leads-to" as="xs:boolean" select="
        not($turned) and $relation/@name = 'end-point'
        and exists(key('relation-from', f:identifiers($relation/@active), root($relation))[@name = 'start-point'])"/>
    <xsl:variable name="key" as="xs:string" select="
        if ($leads-to) then 'leads-to' else $relation/@name || ' of'[$turned]"/>
    <xsl:sequence select="($f:relation-words($key), f:label($relation/@name) || (if ($turned) then ' (of)' else '') || ':')[1]"/>
  </xsl:function>

  <xsl:template name="relations">
    <xsl:context-item as="element()" use="required"/>
    <xsl:param name="document" as="document-node()"/>
    <xsl:variable name="entry" as="element()" select="."/>
    <xsl:variable name="from" as="element(relation)*" select="f:relations-from(.)"/>
    <xsl:variable name="to" as="element(relation)*" select="f:relations-to(.)"/>
    <xsl:if test="exists(($from, $to))">
      <ul class="relations">
        <xsl:for-each select="$from">
          <li>
            <xsl:call-template name="relation">
              <xsl:with-param name="label" select="f:relation-label(., false())"/>
              <xsl:with-param name="others" select="f:identifiers(@passive) ! f:entry(.)"/>
              <xsl:with-param name="document" select="$document"/>
            </xsl:call-template>
          </li>
        </xsl:for-each>
        <xsl:for-each-group select="$to" group-by="f:relation-label(., true()), desc/generate-id(.)" composite="yes">
          <li>
            <xsl:call-template name="relation">
              <xsl:with-param name="label" select="current-grouping-key()[1]"/>
              <xsl:with-param name="others" select="current-group()/@active ! f:identifiers(.) ! f:entry(.)"/>
              <xsl:with-param name="document" select="$document"/>
            </xsl:call-template>
          </li>
        </xsl:for-each-group>
      </ul>
    </xsl:if>
  </xsl:template>

  <!-- One relation, the context: what the register says of it in words, else its kind and the other entries. -->
  <xsl:template name="relation">
    <xsl:context-item as="element(relation)" use="required"/>
    <xsl:param name="label" as="xs:string"/>
    <xsl:param name="others" as="element()*"/>
    <xsl:param name="document" as="document-node()"/>
    <xsl:choose>
      <xsl:when test="count($others) = 1 and contains(desc, f:title($others))">
        <xsl:call-template name="relation-in-words">
          <xsl:with-param name="other" select="$others"/>
          <xsl:with-param name="document" select="$document"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:text>{$label} </xsl:text>
        <xsl:call-template name="entry-links">
          <xsl:with-param name="entries" select="$others"/>
          <xsl:with-param name="document" select="$document"/>
        </xsl:call-template>
        <xsl:for-each select="desc">
          <xsl:text>. {f:line(.)}</xsl:text>
        </xsl:for-each>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:if test="@cert">
      <xsl:text> </xsl:text>
      <span class="certainty">({@cert} certainty)</span>
    </xsl:if>
  </xsl:template>

  <!-- The register’s own sentence, the other entry’s name in it a link: "Jemulpo is a part of Incheon today." -->
  <xsl:template name="relation-in-words">
    <xsl:context-item as="element(relation)" use="required"/>
    <xsl:param name="other" as="element()"/>
    <xsl:param name="document" as="document-node()"/>
    <xsl:variable name="words" as="xs:string" select="f:line(desc)"/>
    <xsl:text>{substring-before($words, f:title($other))}</xsl:text>
    <xsl:call-template name="entry-links">
      <xsl:with-param name="entries" select="$other"/>
      <xsl:with-param name="document" select="$document"/>
    </xsl:call-template>
    <xsl:text>{substring-after($words, f:title($other))}</xsl:text>
  </xsl:template>

  <!-- Entries in running text, each a link where the document has it: "Suwon and Jemulpo". -->
  <xsl:template name="entry-links">
    <xsl:param name="entries" as="element()*"/>
    <xsl:param name="document" as="document-node()"/>
    <xsl:for-each select="$entries">
      <xsl:if test="position() gt 1">{if (position() = last()) then ' and ' else ', '}</xsl:if>
      <xsl:choose>
        <xsl:when test="f:is-entry-in(., $document)">
          <a href="#{f:entry-identifier(.)}" data-entries="{f:entry-identifier(.)}">{f:title(.)}</a>
        </xsl:when>
        <xsl:otherwise>{f:title(.)}</xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:template>

</xsl:stylesheet>
