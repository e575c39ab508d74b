<?xml version="1.0" encoding="UTF-8"?>
<!-- The page of a document. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:imprimatur:functions"
  xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all"
  expand-text="yes">

  <xsl:template name="page">
    <xsl:context-item as="document-node()" use="required"/>
    <html lang="{(f:language(TEI), 'en')[1]}">
      <head>
        <xsl:call-template name="head">
          <xsl:with-param name="title" select="f:page-title(.)"/>
          <xsl:with-param name="description" select="TEI/teiHeader/profileDesc/abstract ! f:line(.)"/>
        </xsl:call-template>
        <link rel="alternate" type="application/tei+xml" href="{encode-for-uri($name)}.xml" title="TEI source"/>
        <link rel="alternate" type="text/plain" href="{encode-for-uri($name)}.txt" title="Plain text"/>
        <link rel="alternate" type="application/pdf" href="{encode-for-uri($name)}.pdf" title="PDF"/>
        <xsl:call-template name="metadata"/>
      </head>
      <xsl:text>&#10;</xsl:text>
      <body class="document">
        <a class="skip" href="#text">Skip to the text</a>
        <xsl:call-template name="masthead"/>
        <div class="side">
          <xsl:call-template name="contents"/>
          <xsl:call-template name="readings"/>
        </div>
        <main>
          <xsl:call-template name="title-block"/>
          <div class="reading">
            <section id="text" class="text" aria-labelledby="text-title">
              <h2 id="text-title" class="visually-hidden">Text</h2>
              <xsl:call-template name="reading-text"/>
              <xsl:call-template name="marks"/>
            </section>
            <xsl:text>&#10;</xsl:text>
            <xsl:call-template name="map"/>
          </div>
          <xsl:call-template name="places"/>
          <xsl:call-template name="index-of-names"/>
          <xsl:call-template name="table-of-values"/>
          <xsl:call-template name="record"/>
          <xsl:call-template name="how-to-cite"/>
          <xsl:for-each select="f:forwarded-messages(.)">
            <xsl:call-template name="how-to-cite-forwarded"/>
          </xsl:for-each>
        </main>
        <xsl:call-template name="colophon"/>
      </body>
    </html>
  </xsl:template>

  <xsl:function name="f:page-title" as="xs:string">
    <xsl:param name="document" as="document-node()"/>
    <xsl:variable name="titles" as="element(title)*" select="$document/TEI/teiHeader/fileDesc/titleStmt/title"/>
    <xsl:sequence select="f:line(($titles[@type = 'main'], $titles)[1])"/>
  </xsl:function>

  <!-- What every page has in its head. -->
  <xsl:template name="head">
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="description" as="xs:string?"/>
    <meta charset="utf-8"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <meta name="color-scheme" content="light dark"/>
    <title>{$title}</title>
    <xsl:if test="$description">
      <meta name="description" content="{$description}"/>
    </xsl:if>
    <link rel="icon" type="image/svg+xml" href="{$root}assets/icon.svg"/>
    <link rel="stylesheet" href="{$root}assets/edition.css"/>
    <script src="{$root}assets/edition.js" defer="defer"></script>
  </xsl:template>

  <xsl:template name="masthead">
    <header class="masthead">
      <a href="{$root}index.html">All documents</a>
    </header>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- What the document is, before its text: date, title, correspondents, summary, other forms. -->
  <xsl:template name="title-block">
    <xsl:context-item as="document-node()" use="required"/>
    <xsl:variable name="citation" as="map(*)" select="f:citation(f:message(.))"/>
    <header class="title-block">
      <p class="date">
        <xsl:for-each select="$citation?date">
          <time datetime="{.}">{$citation?date-words}</time>
        </xsl:for-each>
      </p>
      <h1 id="title">{f:page-title(.)}</h1>
      <xsl:for-each select="f:correspondence(f:message(.))">
        <xsl:call-template name="correspondence-line"/>
      </xsl:for-each>
      <xsl:for-each select="TEI/teiHeader/profileDesc/abstract">
        <div class="abstract">
          <xsl:apply-templates select="p" mode="prose"/>
          <xsl:for-each select="f:record(f:message(root(.)))/publisher[f:identifiers(current()/@source) = ../../@xml:id]">
            <p class="remark">Summary by the {f:line(.)}</p>
          </xsl:for-each>
        </div>
      </xsl:for-each>
      <ul class="forms" aria-label="Other forms of the document">
        <li><a href="{encode-for-uri($name)}.pdf" type="application/pdf">PDF</a></li>
        <li><a href="{encode-for-uri($name)}.txt" type="text/plain">Plain text</a></li>
        <li><a href="{encode-for-uri($name)}.xml" type="application/tei+xml">TEI source</a></li>
        <li><a href="#cite">How to cite</a></li>
      </ul>
    </header>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template name="colophon">
    <xsl:context-item as="document-node()" use="required"/>
    <xsl:variable name="file" as="element()" select="TEI/teiHeader/fileDesc"/>
    <footer class="colophon">
      <p>{string-join((
          $file/titleStmt/title[@type = 'sub'] ! f:line(.),
          $file/editionStmt/edition ! f:line(.),
          $file/publicationStmt/publisher ! f:line(.),
          $file/publicationStmt/date[1] ! f:line(.)), ' · ')}</p>
      <p>Set in EB Garamond, Source Sans 3 and Noto Sans KR. Nothing on this page is fetched from elsewhere.</p>
    </footer>
  </xsl:template>

</xsl:stylesheet>
