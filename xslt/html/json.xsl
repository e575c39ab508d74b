<?xml version="1.0" encoding="UTF-8"?>
<!-- JSON, written from its representation in XML (XPath Functions 3.1, 17.4), which keeps the order of its keys. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:imprimatur:functions"
  exclude-result-prefixes="#all"
  expand-text="yes">

  <!-- A value as JSON. The solidus is left unescaped, as people write it. -->
  <xsl:function name="f:json" as="xs:string">
    <xsl:param name="value" as="element()"/>
    <xsl:param name="indent" as="xs:boolean"/>
    <xsl:sequence select="replace(
        xml-to-json($value, map { 'indent': $indent }), '(\\[^/])|\\(/)', '$1$2')"/>
  </xsl:function>

  <!-- A value as JSON that can stand inside an HTML script element, whichever way that is serialised: the characters
       that mean something to HTML or XML are in strings alone, and are written by their numbers. -->
  <xsl:function name="f:json-for-script" as="xs:string">
    <xsl:param name="value" as="element()"/>
    <xsl:sequence select="
        f:json($value, false()) => replace('&lt;', '\\u003C') => replace('&gt;', '\\u003E') => replace('&amp;', '\\u0026')"/>
  </xsl:function>

  <!-- A member whose value is a string; none for no value. -->
  <xsl:function name="f:json-string" as="element()?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="value" as="xs:string?"/>
    <xsl:if test="$value != ''">
      <string key="{$key}" xmlns="http://www.w3.org/2005/xpath-functions">{$value}</string>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>
