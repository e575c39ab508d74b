<?xml version="1.0" encoding="UTF-8"?>
<!-- From a pointer in the text to the entry in a register, and from an entry to its names. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="urn:imprimatur:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all"
  expand-text="yes">

  <!-- Relations by the entries that take part in them, and by those that they lead to. -->
  <xsl:key name="relation-from" match="relation" use="f:identifiers(@active)"/>
  <xsl:key name="relation-to" match="relation" use="f:identifiers(@passive)"/>

  <!-- Statements of responsibility by their identifiers, and those that a pointer attribute leads to. -->
  <xsl:key name="responsibility" match="respStmt" use="@xml:id"/>

  <xsl:function name="f:responsibility" as="element(respStmt)*">
    <xsl:param name="resp" as="attribute()"/>
    <xsl:sequence select="key('responsibility', f:identifiers($resp), root($resp))"/>
  </xsl:function>

  <!-- All entries of the registers, in the order in which the registers give them. -->
  <xsl:variable name="f:entries" as="element()*"
    select="$registers ! .//*[@xml:id][self::place or self::person or self::org]"/>

  <!-- The same by their identifiers; where two registers have the same, the first. -->
  <xsl:variable name="f:entries-by-identifier" as="map(xs:string, element())"
    select="map:merge($f:entries ! map:entry(string(@xml:id), .), map { 'duplicates': 'use-first' })"/>

  <!-- The identifiers that a pointer attribute leads to: the parts after "#", one for each pointer. -->
  <xsl:function name="f:identifiers" as="xs:string*">
    <xsl:param name="pointers" as="attribute()?"/>
    <xsl:sequence select="
        if (contains($pointers, ' ')) then tokenize($pointers)[contains(., '#')] ! substring-after(., '#')
        else substring-after($pointers, '#')[. != '']"/>
  </xsl:function>

  <!-- The entries that a name in the text points to by @ref. -->
  <xsl:function name="f:entries-of" as="element()*">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="for $identifier in f:identifiers($name/@ref) return f:entry($identifier)"/>
  </xsl:function>

  <!-- The entry with this identifier. -->
  <xsl:function name="f:entry" as="element()?">
    <xsl:param name="identifier" as="xs:string"/>
    <xsl:sequence select="$f:entries-by-identifier($identifier)"/>
  </xsl:function>

  <!-- What an entry is called in running English: as today, else the usual name, else as the text has it. -->
  <xsl:function name="f:title" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="$f:titles(generate-id($entry))"/>
  </xsl:function>

  <!-- The titles of all entries, each found once: they are asked for hundreds of times. -->
  <xsl:variable name="f:titles" as="map(xs:string, xs:string)"
    select="map:merge($f:entries ! map:entry(generate-id(.), f:usual-name(.)))"/>

  <xsl:function name="f:usual-name" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="names" as="element()*" select="$entry/(placeName | persName | orgName)"/>
    <xsl:sequence select="normalize-space(string((
        $names[@type = 'usual'], f:listed-under($entry), $names)[1]))"/>
  </xsl:function>

  <!-- A place is listed under its own name in the text, set in the usual capitals: Jinnampo stays Jinnampo
       though it is called Nampo today. BEIJING, in capitals as the telegram has it, is listed as Beijing. -->
  <xsl:function name="f:listed-under" as="element()?">
    <xsl:param name="place" as="element()"/>
    <xsl:variable name="written" as="element()*" select="$place/placeName[@type = 'as-written']"/>
    <xsl:variable name="modern" as="element()*" select="$place/placeName[@type = 'modern']"/>
    <xsl:sequence select="(
        $modern[lower-case(.) = ($written ! lower-case(.))], $written, $modern)[1]"/>
  </xsl:function>

  <!-- A name of a place in one of the ways in which places can be read. -->
  <xsl:function name="f:reading" as="element()?">
    <xsl:param name="place" as="element()"/>
    <xsl:param name="reading" as="xs:string"/>
    <xsl:sequence select="$place/placeName[@type = $reading][1]"/>
  </xsl:function>

  <!-- The relations in which an entry takes part, and those that lead to it. -->
  <xsl:function name="f:relations-from" as="element(relation)*">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="key('relation-from', $entry/@xml:id, root($entry))"/>
  </xsl:function>

  <xsl:function name="f:relations-to" as="element(relation)*">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="key('relation-to', $entry/@xml:id, root($entry))"/>
  </xsl:function>

  <!-- The latitude and longitude of a place in degrees, where it has a point of its own. -->
  <xsl:function name="f:coordinates" as="xs:decimal*">
    <xsl:param name="place" as="element()"/>
    <xsl:sequence select="tokenize($place/location[not(@type = 'course')][1]/geo) ! xs:decimal(.)"/>
  </xsl:function>

</xsl:stylesheet>
