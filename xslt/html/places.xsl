<?xml version="1.0" encoding="UTF-8"?>
<!-- The map, drawn when the edition is built, and beside it the tables that say the same: places with their names and
     coordinates, lines and regions with what they are drawn between. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:imprimatur:functions"
  xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all"
  expand-text="yes">

  <!-- The places that the text speaks of, in the order of the registers. -->
  <xsl:function name="f:places-in" as="element(place)*">
    <xsl:param name="document" as="document-node()"/>
    <xsl:sequence select="$f:entries[self::place][f:mentions(., $document)]"/>
  </xsl:function>

  <xsl:template name="places">
    <xsl:context-item as="document-node()" use="required"/>
    <xsl:variable name="document" as="document-node()" select="."/>
    <xsl:variable name="places" as="element(place)*" select="f:places-in(.)"/>
    <xsl:variable name="drawn" as="element(place)*" select="$places[f:is-drawn(.)]"/>
    <xsl:if test="exists($places)">
      <section id="places" class="places" aria-labelledby="places-title">
        <h2 id="places-title">Places</h2>
        <xsl:call-template name="table-of-places">
          <xsl:with-param name="places" select="$places except $drawn"/>
          <xsl:with-param name="document" select="$document"/>
        </xsl:call-template>
        <xsl:if test="exists($drawn)">
          <xsl:call-template name="table-of-lines">
            <xsl:with-param name="places" select="$drawn"/>
            <xsl:with-param name="document" select="$document"/>
          </xsl:call-template>
        </xsl:if>
      </section>
      <xsl:text>&#10;</xsl:text>
    </xsl:if>
  </xsl:template>

  <!-- A line, a region, a direction: drawn between other places, with no name or coordinates of its own. -->
  <xsl:function name="f:is-drawn" as="xs:boolean">
    <xsl:param name="place" as="element(place)"/>
    <xsl:sequence select="empty($place/location) and empty($place/placeName[@type != 'as-written'])"/>
  </xsl:function>

  <xsl:template name="map">
    <xsl:context-item as="document-node()" use="required"/>
    <xsl:if test="$map">
      <section id="map" class="map" aria-labelledby="map-title">
        <h2 id="map-title">Map</h2>
        <figure>
          <xsl:sequence select="$map/*"/>
          <figcaption>
            <xsl:text>The places and lines that the text names, on the coast of today; the course of the rivers is the register’s. </xsl:text>
            <a href="#places">The same in a table</a>
            <xsl:text>.</xsl:text>
          </figcaption>
        </figure>
        <xsl:text>&#10;</xsl:text>
      </section>
      <xsl:text>&#10;</xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:template name="table-of-places">
    <xsl:param name="places" as="element(place)*"/>
    <xsl:param name="document" as="document-node()"/>
    <div class="table-frame" tabindex="0" role="region" aria-label="Places, a table that scrolls sideways">
      <table class="gazetteer">
        <caption>Places by name</caption>
        <thead>
          <tr>
            <th scope="col">Place</th>
            <th scope="col">As today</th>
            <th scope="col">Hangul</th>
            <th scope="col">Chinese characters</th>
            <th scope="col">Where it lies</th>
            <th scope="col">In the text</th>
          </tr>
          <xsl:text>&#10;</xsl:text>
        </thead>
        <tbody>
          <xsl:for-each select="$places">
            <tr data-place="{@xml:id}">
              <th scope="row"><a href="#{f:entry-identifier(.)}" data-entries="{f:entry-identifier(.)}">{f:title(.)}</a></th>
              <xsl:variable name="place" as="element(place)" select="."/>
              <xsl:for-each select="'modern', 'hangul', 'chinese-characters'">
                <td>
                  <xsl:for-each select="$place/placeName[@type = current()]">
                    <xsl:if test="position() gt 1">, </xsl:if>
                    <span lang="{f:language(.)}">{f:line(.)}</span>
                  </xsl:for-each>
                </td>
              </xsl:for-each>
              <td class="coordinates">{f:whereabouts-in-words(.)}</td>
              <td>
                <xsl:call-template name="links-to-passages">
                  <xsl:with-param name="passages" select="f:mentions(., $document)/f:passage(.)"/>
                </xsl:call-template>
              </td>
            </tr>
            <xsl:text>&#10;</xsl:text>
          </xsl:for-each>
        </tbody>
      </table>
      <xsl:text>&#10;</xsl:text>
    </div>
  </xsl:template>

  <!-- Coordinates, or how the place is found without. -->
  <xsl:function name="f:whereabouts-in-words" as="xs:string">
    <xsl:param name="place" as="element(place)"/>
    <xsl:sequence select="
        if (exists($place/location[@type = 'course'])) then 'a course on the map'
        else if (exists(f:coordinates($place))) then f:coordinates-in-words(f:coordinates($place))
        else (string-join(f:relations-from($place)/desc ! f:line(.), ' ')[. != ''], 'not drawn as a point')[1]"/>
  </xsl:function>

  <xsl:template name="table-of-lines">
    <xsl:param name="places" as="element(place)*"/>
    <xsl:param name="document" as="document-node()"/>
    <div class="table-frame" tabindex="0" role="region" aria-label="Lines and regions, a table that scrolls sideways">
      <table class="gazetteer lines">
        <caption>Lines, regions and directions, and what they are drawn by</caption>
        <thead>
          <tr><th scope="col">As written</th><th scope="col">Kind</th><th scope="col">Drawn by</th><th scope="col">In the text</th></tr>
        </thead>
        <tbody>
          <xsl:for-each select="$places">
            <tr data-place="{@xml:id}">
              <th scope="row"><a href="#{f:entry-identifier(.)}" data-entries="{f:entry-identifier(.)}">{f:title(.)}</a></th>
              <td>{f:label(@type)}</td>
              <td>
                <xsl:for-each select="f:relations-from(.)">
                  <xsl:if test="position() gt 1">; </xsl:if>
                  <xsl:variable name="label" as="xs:string" select="f:relation-label(., false())"/>
                  <xsl:text>{if (position() = 1) then $label else lower-case($label)} </xsl:text>
                  <xsl:call-template name="entry-links">
                    <xsl:with-param name="entries" select="f:identifiers(@passive) ! f:entry(.)"/>
                    <xsl:with-param name="document" select="$document"/>
                  </xsl:call-template>
                  <xsl:if test="@cert"> ({@cert} certainty)</xsl:if>
                </xsl:for-each>
              </td>
              <td>
                <xsl:call-template name="links-to-passages">
                  <xsl:with-param name="passages" select="f:mentions(., $document)/f:passage(.)"/>
                </xsl:call-template>
              </td>
            </tr>
            <xsl:text>&#10;</xsl:text>
          </xsl:for-each>
        </tbody>
      </table>
      <xsl:text>&#10;</xsl:text>
    </div>
  </xsl:template>

</xsl:stylesheet>
