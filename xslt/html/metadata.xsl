<?xml version="1.0" encoding="UTF-8"?>
<!-- What machines read in a page's head: the names that scholarly search engines and reference managers look for
     (citation_*), Dublin Core, and schema.org as JSON-LD.

     Template for the page:
       metadata   context: the document node; called in the head. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:imprimatur:functions"
  xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all"
  expand-text="yes">

  <xsl:import href="../shared/citation.xsl"/>
  <xsl:import href="json.xsl"/>
  <xsl:import href="linked-data.xsl"/>

  <xsl:template name="metadata">
    <xsl:context-item as="document-node()" use="required"/>
    <xsl:variable name="citation" as="map(*)" select="f:citation(f:message(.))"/>
    <xsl:sequence select="
        f:citation-meta($citation), f:dublin-core($citation), f:bibliographic-ontology($citation)"/>
    <script type="application/ld+json">{f:json-for-script(f:linked-data(.))}</script>
  </xsl:template>

  <!-- https://scholar.google.com/intl/en/scholar/inclusion.html#indexing: the publication date is the one that a
       reference gives, the online date that of this edition. -->
  <xsl:function name="f:citation-meta" as="element()*">
    <xsl:param name="citation" as="map(*)"/>
    <xsl:sequence select="
        f:meta('citation_title', $citation?title),
        f:meta('citation_author', $citation?authors),
        f:meta('citation_publication_date', $citation?date ! replace(., '-', '/')),
        f:meta('citation_online_date', $citation?published ! replace(., '-', '/')),
        f:meta('citation_publisher', $citation?publisher),
        f:meta('citation_language', $citation?language)"/>
  </xsl:function>

  <!-- https://www.dublincore.org/specifications/dublin-core/dcq-html/ -->
  <xsl:function name="f:dublin-core" as="element()*">
    <xsl:param name="citation" as="map(*)"/>
    <xsl:variable name="file" as="element()" select="root($citation?message)/TEI/teiHeader/fileDesc"/>
    <xsl:variable name="record" as="element()?" select="f:record($citation?message)"/>
    <link rel="schema.DC" href="http://purl.org/dc/elements/1.1/"/>
    <link rel="schema.DCTERMS" href="http://purl.org/dc/terms/"/>
    <xsl:sequence select="
        f:meta('DC.title', $citation?title),
        f:meta('DC.creator', $citation?authors),
        f:meta('DC.contributor', $file/titleStmt/respStmt/(orgName | persName | name) ! f:name-as-listed(.)),
        f:meta('DC.publisher', $citation?publisher),
        f:meta('DC.date', $citation?date),
        f:meta('DC.type', 'Text'),
        f:meta('DC.format', 'text/html'),
        f:meta('DC.language', $citation?language),
        f:meta('DC.source', $citation?reference),
        f:meta('DC.source', string-join(($citation?host, $citation?record ! ('record ' || .)), ', ')),
        f:meta('DC.rights', ($file/publicationStmt/availability//p, $record/availability//p) ! f:line(.)),
        f:meta('DCTERMS.abstract', $citation?abstract),
        f:meta('DCTERMS.created', f:day($citation?sent)),
        f:meta('DCTERMS.issued', $citation?published),
        f:meta('DCTERMS.license', $file/publicationStmt/availability/licence/@target ! string())"/>
  </xsl:function>

  <!-- https://www.bibliontology.com/: that it is a letter. Without this Zotero takes the page for an article. -->
  <xsl:function name="f:bibliographic-ontology" as="element()*">
    <xsl:param name="citation" as="map(*)"/>
    <xsl:if test="f:correspondence($citation?message)">
      <link rel="schema.BIBO" href="http://purl.org/ontology/bibo/"/>
      <xsl:sequence select="f:meta('BIBO.type', 'Letter')"/>
    </xsl:if>
  </xsl:function>

  <xsl:function name="f:meta" as="element()*">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="values" as="xs:string*"/>
    <xsl:for-each select="$values[. != '']">
      <meta name="{$name}" content="{.}"/>
    </xsl:for-each>
  </xsl:function>

</xsl:stylesheet>
