<?xml version="1.0" encoding="UTF-8"?>
<!-- How to cite: the section for the reader, and the files for reference managers.

     Templates for the page:
       how-to-cite            context: the document node. A section with the identifier "cite".
       how-to-cite-forwarded  context: the floatingText of a forwarded message. A section "cite-ID", ID being its own.
       citation-files         context: the document node. Writes NAME.bib, NAME.ris and NAME.csl.json for the document,
                              NAME.ID.bib, NAME.ID.ris and NAME.ID.csl.json for each forwarded message.
     Both sections take the parameter `level`, that of their heading.

     What the page's script does with them, since an edition does not know where it will lie:
       button[data-copy]      hidden in the source; the script shows it, and a click copies the text of the element that
                              data-copy selects, white space folded.
       [data-address]         hidden and empty in the source; where the page came by http or https, the script fills in
                              the page's address and shows it. The attribute's value is the fragment to add: "#point-3". -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:imprimatur:functions"
  xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all"
  expand-text="yes">

  <xsl:import href="../shared/citation.xsl"/>
  <xsl:import href="citation-formats.xsl"/>

  <xsl:template name="how-to-cite">
    <xsl:context-item as="document-node()" use="required"/>
    <xsl:param name="level" as="xs:integer" select="2"/>
    <xsl:variable name="message" as="element()" select="f:message(.)"/>
    <section id="cite" class="cite" aria-labelledby="cite-title">
      <xsl:element name="h{$level}">
        <xsl:attribute name="id">cite-title</xsl:attribute>
        <xsl:text>How to cite</xsl:text>
      </xsl:element>
      <xsl:call-template name="citation-to-copy">
        <xsl:with-param name="citation" as="map(*)" select="f:citation($message)"/>
        <xsl:with-param name="identifier" as="xs:string" select="'cite'"/>
        <xsl:with-param name="fragment" as="xs:string" select="''"/>
      </xsl:call-template>
      <xsl:call-template name="how-to-cite-points">
        <xsl:with-param name="message" as="element()" select="$message"/>
      </xsl:call-template>
    </section>
  </xsl:template>

  <xsl:template name="how-to-cite-forwarded">
    <xsl:context-item as="element(floatingText)" use="required"/>
    <xsl:param name="level" as="xs:integer" select="3"/>
    <xsl:variable name="identifier" as="xs:string" select="'cite-' || @xml:id"/>
    <section id="{$identifier}" class="cite" aria-labelledby="{$identifier}-title">
      <xsl:element name="h{$level}">
        <xsl:attribute name="id">{$identifier}-title</xsl:attribute>
        <xsl:text>How to cite the forwarded {lower-case((f:genre(.), 'message')[1])}</xsl:text>
      </xsl:element>
      <xsl:call-template name="citation-to-copy">
        <xsl:with-param name="citation" as="map(*)" select="f:citation(.)"/>
        <xsl:with-param name="identifier" as="xs:string" select="$identifier"/>
        <xsl:with-param name="fragment" as="xs:string" select="'#' || @xml:id"/>
      </xsl:call-template>
      <xsl:call-template name="how-to-cite-points">
        <xsl:with-param name="message" as="element()" select="."/>
      </xsl:call-template>
    </section>
  </xsl:template>

  <!-- The line to copy, and the same for reference managers. -->
  <xsl:template name="citation-to-copy">
    <xsl:param name="citation" as="map(*)"/>
    <xsl:param name="identifier" as="xs:string"/>
    <xsl:param name="fragment" as="xs:string"/>
    <p class="citation" id="{$identifier}-text">
      <xsl:text>{f:citation-line($citation)} </xsl:text>
      <span class="address" data-address="{$fragment}" hidden="hidden"></span>
    </p>
    <ul class="citation-actions">
      <li class="copy">
        <button type="button" data-copy="#{$identifier}-text" hidden="hidden">Copy the citation</button>
      </li>
      <li><a href="{encode-for-uri($citation?file)}.bib" download="" type="application/x-bibtex">BibTeX</a></li>
      <li><a href="{encode-for-uri($citation?file)}.ris" download=""
        type="application/x-research-info-systems">RIS</a></li>
      <li><a href="{encode-for-uri($citation?file)}.csl.json" download=""
        type="application/vnd.citationstyles.csl+json">CSL JSON</a></li>
    </ul>
  </xsl:template>

  <!-- How a single point of a message is cited, shown by the one whose citation says most: a point of several
       paragraphs (the references declaration of the encoding: telegram, point, paragraph). -->
  <xsl:template name="how-to-cite-points">
    <xsl:param name="message" as="element()"/>
    <xsl:variable name="points" as="element(div)*" select="f:points($message)"/>
    <xsl:variable name="example" as="element(div)?" select="($points[count(p[@xml:id]) gt 1], $points)[1]"/>
    <xsl:for-each select="$example">
      <p>
        <xsl:text>A single point is cited by its number after the date, “point {@n}”, and by its permalink: the page’s</xsl:text>
        <xsl:text> address with </xsl:text>
        <a href="#{@xml:id}"><code>#{@xml:id}</code></a>
        <xsl:text> at its end.</xsl:text>
        <xsl:for-each select="p[@xml:id][last()][preceding-sibling::p]">
          <xsl:text> A paragraph within it is “point {../@n}, paragraph {1 + count(preceding-sibling::p)}”, </xsl:text>
          <a href="#{@xml:id}"><code>#{@xml:id}</code></a>
          <xsl:text>.</xsl:text>
        </xsl:for-each>
      </p>
    </xsl:for-each>
  </xsl:template>

  <!-- The points of a message that can be cited; those of a message that it forwards are not its own. -->
  <xsl:function name="f:points" as="element(div)*">
    <xsl:param name="message" as="element()"/>
    <xsl:sequence select="
        $message//div[@type = 'point'][@xml:id][@n]
          [(ancestor::floatingText[1], $message)[1] is $message]"/>
  </xsl:function>

  <xsl:template name="citation-files">
    <xsl:context-item as="document-node()" use="required"/>
    <xsl:for-each select="f:message(.), f:forwarded-messages(.)">
      <xsl:variable name="citation" as="map(*)" select="f:citation(.)"/>
      <xsl:result-document href="{encode-for-uri($citation?file)}.bib" method="text" encoding="UTF-8">{
        f:bibtex($citation)}</xsl:result-document>
      <xsl:result-document href="{encode-for-uri($citation?file)}.ris" method="text" encoding="UTF-8">{
        f:ris($citation)}</xsl:result-document>
      <xsl:result-document href="{encode-for-uri($citation?file)}.csl.json" method="text" encoding="UTF-8">{
        f:csl-json($citation)}</xsl:result-document>
    </xsl:for-each>
  </xsl:template>

</xsl:stylesheet>
