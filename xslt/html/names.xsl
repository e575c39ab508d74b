<?xml version="1.0" encoding="UTF-8"?>
<!-- Names in the text, each a link to its entry in the index, which the script shows as a card. A link cannot hold another:
     of names inside one another, each innermost stretch of words belongs to the innermost name, and the outer name is
     linked by its own first words ("area to the north of the" Daejeon-Andong boundary). What encloses a name is kept as a
     span, so that the card can say of what the name is a part here. Also the identifications in square brackets. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:imprimatur:functions"
  xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all"
  expand-text="yes">

  <xsl:template match="persName | placeName | geogName | orgName | rs" mode="text">
    <xsl:variable name="entries" as="element()*" select="f:entries-of(.)"/>
    <xsl:choose>
      <xsl:when test="empty($entries)">
        <span class="name">
          <xsl:apply-templates mode="text"/>
        </span>
      </xsl:when>
      <xsl:when test="f:holds-names(.)">
        <span class="name-around">
          <xsl:call-template name="name-data">
            <xsl:with-param name="entries" select="$entries"/>
          </xsl:call-template>
          <xsl:apply-templates mode="around"/>
        </span>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="name-link"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:function name="f:holds-names" as="xs:boolean">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="exists($name//(persName | placeName | geogName | orgName | rs)[@ref])"/>
  </xsl:function>

  <!-- A name as a link; by default all its content. -->
  <xsl:template name="name-link">
    <xsl:context-item as="element()" use="required"/>
    <xsl:param name="content" as="node()*">
      <xsl:apply-templates mode="text"/>
    </xsl:param>
    <xsl:variable name="entries" as="element()*" select="f:entries-of(.)"/>
    <a href="#{f:entry-identifier($entries[1])}">
      <xsl:attribute name="class" select="'name', f:entry-kind($entries[1]), 'by-name'[f:is-proper-name(current())]"/>
      <xsl:call-template name="name-data">
        <xsl:with-param name="entries" select="$entries"/>
      </xsl:call-template>
      <xsl:sequence select="$content"/>
    </a>
  </xsl:template>

  <!-- What the script needs to know of a name: its entries, and what is said of this passage alone. -->
  <xsl:template name="name-data">
    <xsl:context-item as="element()" use="required"/>
    <xsl:param name="entries" as="element()*"/>
    <xsl:attribute name="data-entries" select="$entries ! f:entry-identifier(.)"/>
    <xsl:if test="@cert">
      <xsl:attribute name="data-certainty" select="f:certainty(.)"/>
    </xsl:if>
    <xsl:for-each select="(ancestor::note[@type = 'identification'], note[@type = 'identification'])[1]">
      <xsl:attribute name="data-identification" select="f:identification(.)"/>
    </xsl:for-each>
  </xsl:template>

  <!-- A proper name of a place, and not words that describe it: only such a name has a form in another script. -->
  <xsl:function name="f:is-proper-name" as="xs:boolean">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="exists($name/(self::placeName | self::geogName)) and exists(f:entries-of($name)/self::place)"/>
  </xsl:function>

  <!-- Inside a name that holds others: its first own words become its link. -->
  <xsl:mode name="around" on-no-match="fail"/>

  <xsl:template match="*" mode="around">
    <xsl:apply-templates select="." mode="text"/>
  </xsl:template>

  <xsl:template match="text()" mode="around">
    <xsl:variable name="first" as="text()?" select="(../text()[f:has-words(.)])[1]"/>
    <xsl:choose>
      <xsl:when test=". is $first">
        <xsl:variable name="words" as="text()" select="."/>
        <xsl:variable name="name" as="element()" select=".."/>
        <xsl:analyze-string select="." regex="^\s+|\s+$">
          <xsl:matching-substring>
            <xsl:value-of select="."/>
          </xsl:matching-substring>
          <xsl:non-matching-substring>
            <xsl:variable name="part" as="text()">
              <xsl:value-of select="."/>
            </xsl:variable>
            <xsl:for-each select="$name">
              <xsl:call-template name="name-link">
                <xsl:with-param name="content" select="$part"/>
              </xsl:call-template>
            </xsl:for-each>
          </xsl:non-matching-substring>
        </xsl:analyze-string>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="."/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Whether there is more than white space and punctuation. (A pattern with \p{L} would say the same at thirty times
       the cost: the engine spells out the whole class at each call.) -->
  <xsl:function name="f:has-words" as="xs:boolean">
    <xsl:param name="text" as="text()"/>
    <xsl:sequence select="normalize-space(translate($text, '-‐–—,.;:/()[]“”‘’', '')) != ''"/>
  </xsl:function>

  <xsl:template match="note" mode="text">
    <span class="{string-join(('note', @type), ' ')}" title="{f:identification(.)}">
      <xsl:call-template name="identifier"/>
      <xsl:apply-templates mode="text"/>
    </span>
  </xsl:template>

  <!-- Whose act a note in the text is: "An identification that came to the text with its publication (Wilson Center
       Digital Archive)". -->
  <xsl:function name="f:identification" as="xs:string">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="
        'The words in square brackets are an ' || f:label(($note/@type, 'note')[1])
        || $note/@resp ! (' that came to the text with its publication, by the ' || f:responsible(.))
        || '.'"/>
  </xsl:function>

</xsl:stylesheet>
