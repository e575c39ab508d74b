<?xml version="1.0" encoding="UTF-8"?>
<!-- Mentions: where the text speaks of an entry of a register, and what it says of its passages in words. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:imprimatur:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all"
  expand-text="yes">

  <xsl:key name="mention" match="text//*[@ref]" use="f:identifiers(@ref)"/>
  <xsl:key name="mention-in-header" match="teiHeader//*[@ref]" use="f:identifiers(@ref)"/>

  <!-- Every element of the text that points to the entry, in the order of the text. -->
  <xsl:function name="f:mentions" as="element()*">
    <xsl:param name="entry" as="element()"/>
    <xsl:param name="document" as="document-node()"/>
    <xsl:sequence select="key('mention', $entry/@xml:id, $document)"/>
  </xsl:function>

  <!-- Whether an element of the text is the first that points to the entry. -->
  <xsl:function name="f:is-first-mention" as="xs:boolean">
    <xsl:param name="mention" as="element()"/>
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="f:mentions($entry, root($mention))[1] is $mention"/>
  </xsl:function>

  <!-- Whether it is the first in its own message: a message inside a message is a document in its own right, and is
       read and cited by itself. -->
  <xsl:function name="f:is-first-mention-in-message" as="xs:boolean">
    <xsl:param name="mention" as="element()"/>
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="message" as="element()?" select="$mention/ancestor::floatingText[1]"/>
    <xsl:variable name="mentions" as="element()*" select="f:mentions($entry, root($mention))"/>
    <xsl:sequence select="$mentions[generate-id(ancestor::floatingText[1]) = generate-id($message)][1] is $mention"/>
  </xsl:function>

  <!-- The mentions of an entry before this one. -->
  <xsl:function name="f:earlier-mentions" as="element()*">
    <xsl:param name="mention" as="element()"/>
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="f:mentions($entry, root($mention))[. &lt;&lt; $mention]"/>
  </xsl:function>

  <!-- The words of an element of the text, without the notes in it. -->
  <xsl:function name="f:words" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        if ($element//note) then normalize-space(string-join($element//text()[not(ancestor::note)]))
        else normalize-space($element)"/>
  </xsl:function>

  <!-- The passages in which the elements stand, in words: "letterhead, points 3, 5, closing line". -->
  <xsl:function name="f:passages-in-words" as="xs:string">
    <xsl:param name="elements" as="element()*"/>
    <xsl:variable name="labels" as="xs:string*"
      select="distinct-values(($elements ! f:passage(.)) / . ! f:passage-label(.))"/>
    <xsl:variable name="groups" as="xs:string*">
      <xsl:for-each-group select="$labels" group-adjacent="f:unnumbered(.)">
        <xsl:sequence select="if (count(current-group()) = 1) then . else
            f:unnumbered(.) || 's ' || string-join(current-group() ! f:number-of(.), ', ')"/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:sequence select="string-join($groups, ', ')"/>
  </xsl:function>

  <xsl:function name="f:unnumbered" as="xs:string">
    <xsl:param name="label" as="xs:string"/>
    <xsl:sequence select="normalize-space(translate($label, '0123456789', ''))"/>
  </xsl:function>

  <xsl:function name="f:number-of" as="xs:string">
    <xsl:param name="label" as="xs:string"/>
    <xsl:sequence select="tokenize($label)[last()]"/>
  </xsl:function>

</xsl:stylesheet>
