<?xml version="1.0" encoding="UTF-8"?>
<!-- Normalised dates, times and measures (TEI Guidelines, 3.6.3 and 3.6.4), put back into words. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:imprimatur:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all"
  expand-text="yes">

  <!-- What a date or a time is normalised to, in words; nothing where it is not. -->
  <xsl:function name="f:moment-in-words" as="xs:string?">
    <xsl:param name="moment" as="element()"/>
    <xsl:variable name="parts" as="xs:string*" select="
        $moment/@when ! f:moment(.),
        $moment/@from ! ('from ' || f:moment(.)), $moment/@to ! ('to ' || f:moment(.)),
        $moment/@notBefore ! ('not before ' || f:moment(.)),
        $moment/@notAfter ! ('not after ' || f:moment(.))"/>
    <xsl:sequence select="string-join($parts, ', ')[. != '']"/>
  </xsl:function>

  <!-- A W3C date, date and time, or time, in words. Midnight is named with the day that it begins. -->
  <xsl:function name="f:moment" as="xs:string">
    <xsl:param name="value" as="xs:string"/>
    <xsl:variable name="day" as="xs:string" select="substring-before($value || 'T', 'T')"/>
    <xsl:variable name="time" as="xs:string" select="substring-after($value, 'T')"/>
    <xsl:choose>
      <xsl:when test="$value castable as xs:time">{f:clock($value)}</xsl:when>
      <xsl:when test="$time = ''">{f:day-in-words($day)}</xsl:when>
      <xsl:when test="starts-with($time, '00:00:00')">midnight beginning {f:day-in-words($day)}</xsl:when>
      <xsl:otherwise>{f:day-in-words($day)}, {f:clock($time)}</xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- Hours and minutes; seconds only where there are some. -->
  <xsl:function name="f:clock" as="xs:string">
    <xsl:param name="time" as="xs:string"/>
    <xsl:sequence select="replace($time, '^([0-9]{2}:[0-9]{2}):00(\.0+)?', '$1')"/>
  </xsl:function>

  <!-- What a measure is normalised to: "15–30 km". -->
  <xsl:function name="f:measure-in-words" as="xs:string">
    <xsl:param name="measure" as="element()"/>
    <xsl:variable name="least" as="xs:string?" select="$measure/@atLeast ! f:grouped(.)"/>
    <xsl:variable name="most" as="xs:string?" select="$measure/@atMost ! f:grouped(.)"/>
    <xsl:variable name="number" as="xs:string?" select="
        if ($measure/@quantity) then f:grouped($measure/@quantity)
        else if ($least and $most) then $least || '–' || $most
        else ($least ! ('at least ' || .), $most ! ('at most ' || .))"/>
    <xsl:sequence select="string-join(($number, $measure/@unit), ' ')"/>
  </xsl:function>

  <!-- A number with its thousands set apart. -->
  <xsl:function name="f:grouped" as="xs:string">
    <xsl:param name="number" as="xs:string"/>
    <xsl:sequence select="
        if ($number castable as xs:decimal and abs(xs:decimal($number)) ge 10000)
        then format-number(xs:decimal($number), '#,##0.######') else $number"/>
  </xsl:function>

</xsl:stylesheet>
