<?xml version="1.0" encoding="UTF-8"?>
<!-- The list of all documents: the site’s first page. Forwarded messages have entries of their own. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:imprimatur:functions"
  xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all"
  expand-text="yes">

  <!-- The documents of the site, and the folder in which each lies. -->
  <xsl:param name="documents" as="document-node()*" select="()"/>
  <xsl:param name="paths" as="xs:string*" select="()"/>

  <!-- Initial template. -->
  <xsl:template name="index">
    <html lang="en">
      <head>
        <xsl:call-template name="head">
          <xsl:with-param name="title" select="'Documents'"/>
          <xsl:with-param name="description" select="string-join(('Digital editions', f:publishers()[. != '']), ', ')"/>
        </xsl:call-template>
      </head>
      <xsl:text>&#10;</xsl:text>
      <body class="site">
        <a class="skip" href="#documents">Skip to the documents</a>
        <main>
          <header class="title-block">
            <p class="date">{f:publishers()}</p>
            <h1>Documents</h1>
            <p class="abstract">{f:count-in-words()} Each is published as a page to read, as plain text, as a PDF to
              print, and as the TEI source from which they are made.</p>
          </header>
          <xsl:text>&#10;</xsl:text>
          <ol id="documents" class="documents">
            <xsl:for-each select="$documents">
              <xsl:variable name="position" as="xs:integer" select="position()"/>
              <xsl:call-template name="listed-document">
                <xsl:with-param name="path" select="$paths[$position]"/>
              </xsl:call-template>
            </xsl:for-each>
          </ol>
        </main>
      </body>
    </html>
  </xsl:template>

  <xsl:function name="f:publishers" as="xs:string">
    <xsl:sequence select="f:list-in-words(distinct-values(
        $documents/TEI/teiHeader/fileDesc/publicationStmt/publisher ! f:line(.)))"/>
  </xsl:function>

  <xsl:function name="f:count-in-words" as="xs:string">
    <xsl:variable name="count" as="xs:integer" select="count($documents)"/>
    <xsl:variable name="forwarded" as="xs:integer" select="count($documents ! f:forwarded-messages(.))"/>
    <xsl:sequence select="
        (if ($count = 1) then 'One document' else $count || ' documents')
        || (if ($forwarded = 0) then ''
            else if ($forwarded = 1) then ', and one message forwarded within'
            else ', and ' || $forwarded || ' messages forwarded within')
        || '.'"/>
  </xsl:function>

  <xsl:template name="listed-document">
    <xsl:context-item as="document-node()" use="required"/>
    <xsl:param name="path" as="xs:string"/>
    <xsl:variable name="folder" as="xs:string"
      select="string-join(tokenize($path, '/') ! encode-for-uri(.), '/')"/>
    <xsl:variable name="file" as="xs:string" select="$folder || '/' || tokenize($folder, '/')[last()]"/>
    <xsl:variable name="page" as="xs:string" select="$folder || '/index.html'"/>
    <li>
      <article>
        <xsl:call-template name="listed-message">
          <xsl:with-param name="message" select="f:message(.)"/>
          <xsl:with-param name="address" select="$page"/>
        </xsl:call-template>
        <ul class="forms" aria-label="Other forms of the document">
          <li><a href="{$file}.pdf" type="application/pdf">PDF</a></li>
          <li><a href="{$file}.txt" type="text/plain">Plain text</a></li>
          <li><a href="{$file}.xml" type="application/tei+xml">TEI source</a></li>
        </ul>
        <xsl:where-populated>
          <ol class="documents forwarded">
            <xsl:for-each select="f:forwarded-messages(.)">
              <li>
                <article>
                  <xsl:call-template name="listed-message">
                    <xsl:with-param name="message" select="."/>
                    <xsl:with-param name="address" select="$page || '#' || @xml:id"/>
                  </xsl:call-template>
                </article>
                <xsl:text>&#10;</xsl:text>
              </li>
              <xsl:text>&#10;</xsl:text>
            </xsl:for-each>
          </ol>
        </xsl:where-populated>
      </article>
      <xsl:text>&#10;</xsl:text>
    </li>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- A message in the list: its date, its title, its correspondents. -->
  <xsl:template name="listed-message">
    <xsl:param name="message" as="element()"/>
    <xsl:param name="address" as="xs:string"/>
    <xsl:variable name="citation" as="map(*)" select="f:gathered-citation($message)"/>
    <p class="date">
      <xsl:for-each select="$citation?date">
        <time datetime="{.}">{$citation?date-words}</time>
      </xsl:for-each>
    </p>
    <xsl:element name="h{if ($citation?forwarded) then 3 else 2}">
      <a href="{$address}">{$citation?title}</a>
    </xsl:element>
    <p class="parties">
      <xsl:text>{string-join((f:list-in-words($citation?authors), f:list-in-words($citation?addressees))[. != ''], ' to ')}</xsl:text>
      <xsl:if test="$citation?forwarded">, forwarded in the {lower-case(($citation?forwarded-in?genre, 'message')[1])} above</xsl:if>
    </p>
  </xsl:template>

</xsl:stylesheet>
