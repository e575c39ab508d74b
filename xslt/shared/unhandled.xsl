<?xml version="1.0" encoding="UTF-8"?>
<!-- What an edition has no way of setting is never dropped: its words are kept, it is said while the edition is made,
     and a note in the apparatus names the element. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="urn:imprimatur:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all"
  expand-text="yes">

  <!-- The elements of a text that text and print know how to set: blocks, and what stands in them. -->
  <xsl:variable name="f:handled" as="map(xs:string, xs:boolean)" select="map:merge(
      ('text', 'front', 'body', 'back', 'group', 'div', 'floatingText', 'opener', 'closer', 'head', 'p', 'address',
       'addrLine', 'salute', 'signed', 'dateline', 'seg', 'label', 'lb', 'persName', 'placeName', 'geogName', 'orgName',
       'rs', 'num', 'measure', 'date', 'time', 'idno', 'note', 'ref', 'term', 'title') ! map:entry(., true()))"/>

  <xsl:function name="f:is-handled" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="map:contains($f:handled, local-name($element))
        and namespace-uri($element) = 'http://www.tei-c.org/ns/1.0'"/>
  </xsl:function>

  <!-- Says that an element has no template, where that is so. -->
  <xsl:template name="say-unhandled" as="empty-sequence()">
    <xsl:context-item as="element()" use="required"/>
    <xsl:if test="not(f:is-handled(.))">
      <xsl:message>The element {name()} in “{f:passage(.) ! f:passage-label(.)}” is set as plain words: this edition has no other way for it.</xsl:message>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
