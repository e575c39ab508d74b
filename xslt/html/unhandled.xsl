<?xml version="1.0" encoding="UTF-8"?>
<!-- What no template speaks for. It is shown all the same, marked, and said aloud when the edition is built: an element
     that the stylesheets do not know must not vanish from what they publish. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:imprimatur:functions"
  xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all"
  expand-text="yes">

  <xsl:template match="*" mode="text prose record" priority="-5">
    <xsl:message expand-text="yes">{f:unhandled-message(.)}</xsl:message>
    <span class="unhandled" title="{f:unhandled-message(.)}">
      <xsl:apply-templates select="node()" mode="#current"/>
    </span>
  </xsl:template>

  <xsl:function name="f:unhandled-message" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        'The web edition has no template for the element ' || name($element)
        || $element/@type ! (' of the type “' || . || '”')
        || ' in ' || name($element/..)
        || ($element/ancestor-or-self::*[@xml:id][1]/@xml:id ! (' (at #' || . || ')'))
        || '; its words are shown without markup.'"/>
  </xsl:function>

</xsl:stylesheet>
