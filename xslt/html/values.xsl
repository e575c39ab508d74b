<?xml version="1.0" encoding="UTF-8"?>
<!-- Dates, times, numbers and measures in the text, with what they are normalised to; and the table of them all. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:imprimatur:functions"
  xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all"
  expand-text="yes">

  <xsl:template match="date | time" mode="text prose record">
    <xsl:variable name="moment" as="xs:string?" select="@when"/>
    <xsl:element name="{if ($moment) then 'time' else 'span'}">
      <xsl:call-template name="identifier"/>
      <xsl:if test="$moment">
        <xsl:attribute name="datetime">{$moment}</xsl:attribute>
      </xsl:if>
      <xsl:for-each select="f:value-in-words(.)">
        <xsl:attribute name="title">{.}</xsl:attribute>
      </xsl:for-each>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="num | measure" mode="text">
    <xsl:variable name="duration" as="xs:string?" select="f:duration(.)"/>
    <xsl:element name="{if ($duration) then 'time' else 'data'}">
      <xsl:attribute name="{if ($duration) then 'datetime' else 'value'}" select="f:machine-value(.)"/>
      <xsl:attribute name="title">{f:value-in-words(.)}</xsl:attribute>
      <xsl:apply-templates mode="text"/>
    </xsl:element>
  </xsl:template>

  <!-- A duration that is one and not a range, as ISO 8601 writes it: "P5D". -->
  <xsl:function name="f:duration" as="xs:string?">
    <xsl:param name="measure" as="element()"/>
    <xsl:sequence select="$measure[@type = 'duration'][@quantity] ! f:iso-duration(@quantity, @unit)"/>
  </xsl:function>

  <xsl:function name="f:iso-duration" as="xs:string?">
    <xsl:param name="quantity" as="xs:string"/>
    <xsl:param name="unit" as="xs:string"/>
    <xsl:variable name="letters" as="map(xs:string, xs:string)"
      select="map { 'days': 'D', 'weeks': 'W', 'hours': 'H', 'minutes': 'M' }"/>
    <xsl:sequence select="$letters($unit) ! ('P' || 'T'[$unit = ('hours', 'minutes')] || $quantity || .)"/>
  </xsl:function>

  <!-- The value for machines: a number, a number with its unit, the two ends of a range with a slash between. -->
  <xsl:function name="f:machine-value" as="xs:string">
    <xsl:param name="value" as="element()"/>
    <xsl:choose>
      <xsl:when test="$value/self::date | $value/self::time">{
        ($value/@when, string-join(($value/@notBefore, $value/@notAfter), '/')[. != ''],
         string-join(($value/@from, $value/@to), '/'))[1]}</xsl:when>
      <xsl:when test="exists(f:duration($value))">{f:duration($value)}</xsl:when>
      <xsl:when test="$value/@value">{$value/@value}</xsl:when>
      <xsl:otherwise>{string-join((
        ($value/@quantity, string-join(($value/@atLeast, $value/@atMost), '/'))[1], $value/@unit), ' ')}</xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- The value for readers. -->
  <xsl:function name="f:value-in-words" as="xs:string?">
    <xsl:param name="value" as="element()"/>
    <xsl:choose>
      <xsl:when test="$value/self::date | $value/self::time">
        <xsl:sequence select="f:moment-in-words($value)"/>
      </xsl:when>
      <xsl:when test="$value/self::num">
        <xsl:sequence select="f:grouped(($value/@value, $value)[1])"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="f:measure-in-words($value)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="f:values-in" as="element()*">
    <xsl:param name="document" as="document-node()"/>
    <xsl:sequence select="$document/TEI/text//(date | time | num | measure)"/>
  </xsl:function>

  <!-- Every date and quantity of the text in one table: what is written alike and means the same stands once. -->
  <xsl:template name="table-of-values">
    <xsl:context-item as="document-node()" use="required"/>
    <xsl:variable name="values" as="element()*" select="f:values-in(.)"/>
    <xsl:if test="exists($values)">
      <section id="values" aria-labelledby="values-title">
        <h2 id="values-title">Dates and quantities</h2>
        <p>The words of the text and what they are normalised to.</p>
        <div class="table-frame" tabindex="0" role="region" aria-label="Dates and quantities, a table that scrolls sideways">
          <table class="values">
            <thead>
              <tr><th scope="col">As written</th><th scope="col">Normalised</th><th scope="col">In the text</th></tr>
            </thead>
            <tbody>
              <xsl:for-each-group select="$values" group-by="lower-case(f:words(.)), f:machine-value(.)" composite="yes">
                <tr>
                  <th scope="row">{f:words(.)}</th>
                  <td>{f:value-in-words(.)}</td>
                  <td><xsl:call-template name="links-to-passages">
                    <xsl:with-param name="passages" select="current-group()/f:passage(.)"/>
                  </xsl:call-template></td>
                </tr>
                <xsl:text>&#10;</xsl:text>
              </xsl:for-each-group>
            </tbody>
          </table>
          <xsl:text>&#10;</xsl:text>
        </div>
      </section>
      <xsl:text>&#10;</xsl:text>
    </xsl:if>
  </xsl:template>


</xsl:stylesheet>
