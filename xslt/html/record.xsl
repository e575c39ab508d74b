<?xml version="1.0" encoding="UTF-8"?>
<!-- The document’s record: all that the header says, for a reader. What no template here speaks for is shown by
     unhandled.xsl. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:imprimatur:functions"
  xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all"
  expand-text="yes">

  <xsl:mode name="record" on-no-match="shallow-skip"/>

  <xsl:template name="record">
    <xsl:context-item as="document-node()" use="required"/>
    <xsl:variable name="header" as="element()" select="TEI/teiHeader"/>
    <section id="record" class="record" aria-labelledby="record-title">
      <h2 id="record-title">The document’s record</h2>
      <xsl:for-each select="$header">
        <xsl:call-template name="record-of-correspondence"/>
        <div class="record-columns">
          <xsl:apply-templates select="fileDesc/sourceDesc/*" mode="record"/>
          <xsl:call-template name="record-of-edition"/>
        </div>
        <xsl:apply-templates select="encodingDesc" mode="record"/>
        <xsl:apply-templates select="revisionDesc" mode="record"/>
        <xsl:apply-templates mode="record" select="
            fileDesc/(* except (titleStmt | editionStmt | publicationStmt | sourceDesc)),
            profileDesc/(* except (abstract | creation | langUsage | textClass | correspDesc)),
            * except (fileDesc | encodingDesc | profileDesc | revisionDesc)"/>
      </xsl:for-each>
    </section>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template name="record-of-correspondence">
    <xsl:context-item as="element(teiHeader)" use="required"/>
    <section id="correspondence" class="record-part">
      <h3>Correspondence</h3>
      <div class="correspondences">
        <xsl:apply-templates select="profileDesc/correspDesc" mode="record"/>
      </div>
      <dl class="facts">
        <xsl:apply-templates select="profileDesc/(creation | langUsage)" mode="record"/>
      </dl>
    </section>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template name="fact">
    <xsl:param name="label" as="xs:string"/>
    <xsl:param name="value" as="node()*">
      <xsl:apply-templates mode="prose"/>
    </xsl:param>
    <div>
      <dt>{$label}</dt>
      <dd><xsl:sequence select="$value"/></dd>
    </div>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="creation" mode="record">
    <xsl:call-template name="fact">
      <xsl:with-param name="label" select="'Written'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="langUsage" mode="record">
    <xsl:for-each select="language">
      <xsl:call-template name="fact">
        <xsl:with-param name="label" select="'Language'"/>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <!-- ============ sources ============ -->

  <xsl:template match="msDesc" mode="record">
    <section class="record-part">
      <xsl:call-template name="identifier"/>
      <h3>Archival source</h3>
      <xsl:apply-templates select="msIdentifier, * except msIdentifier" mode="record"/>
    </section>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="msIdentifier" mode="record">
    <dl class="facts">
      <xsl:for-each select="repository">
        <xsl:call-template name="fact">
          <xsl:with-param name="label" select="'Archive'"/>
        </xsl:call-template>
      </xsl:for-each>
      <xsl:for-each select="idno">
        <xsl:call-template name="fact">
          <xsl:with-param name="label" select="f:label(@type)"/>
        </xsl:call-template>
      </xsl:for-each>
      <xsl:apply-templates select="* except (repository | idno)" mode="record"/>
    </dl>
  </xsl:template>

  <xsl:template match="msContents | additional | adminInfo" mode="record">
    <xsl:apply-templates select="*" mode="record"/>
  </xsl:template>

  <xsl:template match="msItem" mode="record">
    <dl class="facts">
      <xsl:for-each select="title">
        <xsl:call-template name="fact">
          <xsl:with-param name="label" select="'Heading'"/>
        </xsl:call-template>
      </xsl:for-each>
      <xsl:for-each select="locus">
        <xsl:call-template name="fact">
          <xsl:with-param name="label" select="'Found on'"/>
        </xsl:call-template>
      </xsl:for-each>
      <xsl:apply-templates select="* except (title | locus)" mode="record"/>
    </dl>
  </xsl:template>

  <xsl:template match="listWit" mode="record">
    <xsl:apply-templates select="*" mode="record"/>
  </xsl:template>

  <xsl:template match="witness" mode="record">
    <section class="record-part">
      <xsl:call-template name="identifier"/>
      <h3>The archive’s record</h3>
      <xsl:apply-templates mode="record" select="*"/>
    </section>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- The record as the archive publishes it: each of its labels with what stands after it; a field may be empty. -->
  <xsl:template match="witness/bibl" mode="record">
    <xsl:variable name="apart" as="element()*" select="publisher | note | title | date[@type = 'document']"/>
    <dl class="facts">
      <xsl:for-each select="publisher">
        <xsl:call-template name="fact">
          <xsl:with-param name="label" select="'Published by'"/>
        </xsl:call-template>
      </xsl:for-each>
      <xsl:for-each select="title">
        <xsl:call-template name="fact">
          <xsl:with-param name="label" select="'Title'"/>
        </xsl:call-template>
      </xsl:for-each>
      <xsl:for-each select="date[@type = 'document']">
        <xsl:call-template name="fact">
          <xsl:with-param name="label" select="'Date'"/>
        </xsl:call-template>
      </xsl:for-each>
      <xsl:for-each select="ancestor::teiHeader/profileDesc/abstract">
        <xsl:call-template name="fact">
          <xsl:with-param name="label" select="'Summary'"/>
        </xsl:call-template>
      </xsl:for-each>
      <xsl:for-each-group select="* except $apart" group-starting-with="seg[@type = 'label']">
        <div>
          <dt>{f:line(self::seg[@type = 'label']) ! replace(., ':$', '')}</dt>
          <dd><xsl:apply-templates select="current-group()[not(self::seg[@type = 'label'])]" mode="record"/></dd>
        </div>
      </xsl:for-each-group>
    </dl>
    <xsl:apply-templates select="note" mode="record"/>
  </xsl:template>

  <xsl:template match="bibl/term | bibl/idno" mode="record">
    <xsl:apply-templates mode="prose"/>
  </xsl:template>

  <xsl:template match="availability" mode="record">
    <div class="availability">
      <xsl:call-template name="identifier"/>
      <xsl:apply-templates select="*" mode="record"/>
    </div>
  </xsl:template>

  <xsl:template match="licence" mode="record">
    <xsl:apply-templates select="p" mode="record"/>
    <xsl:for-each select="@target">
      <p><a rel="license" href="{.}">{.}</a></p>
    </xsl:for-each>
  </xsl:template>

  <!-- ============ the edition ============ -->

  <xsl:template name="record-of-edition">
    <xsl:context-item as="element(teiHeader)" use="required"/>
    <section id="edition" class="record-part">
      <h3>This edition</h3>
      <dl class="facts">
        <xsl:apply-templates select="fileDesc/titleStmt/(* except title[@type = 'main'])" mode="record"/>
        <xsl:apply-templates select="fileDesc/editionStmt/*" mode="record"/>
        <xsl:apply-templates select="fileDesc/publicationStmt/*" mode="record"/>
        <xsl:apply-templates select="profileDesc/textClass" mode="record"/>
      </dl>
    </section>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="titleStmt/title" mode="record">
    <xsl:call-template name="fact">
      <xsl:with-param name="label" select="'What it is'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="titleStmt/author" mode="record">
    <xsl:call-template name="fact">
      <xsl:with-param name="label" select="'Author'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Everybody who is responsible for something stands at the first of their statements. -->
  <xsl:template match="respStmt" mode="record">
    <div>
      <dt>Responsible</dt>
      <xsl:for-each select="., following-sibling::respStmt">
        <dd>
          <xsl:call-template name="identifier"/>
          <xsl:apply-templates select="(persName | orgName | name)" mode="record"/>
          <xsl:for-each select="resp">: <xsl:apply-templates mode="prose"/></xsl:for-each>
        </dd>
      </xsl:for-each>
    </div>
  </xsl:template>

  <xsl:template match="respStmt[preceding-sibling::respStmt]" mode="record"/>

  <xsl:template match="editionStmt/edition" mode="record">
    <xsl:call-template name="fact">
      <xsl:with-param name="label" select="'Edition'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="publicationStmt/publisher" mode="record">
    <xsl:call-template name="fact">
      <xsl:with-param name="label" select="'Publisher'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="publicationStmt/date" mode="record" priority="1">
    <xsl:call-template name="fact">
      <xsl:with-param name="label" select="'Published'"/>
      <xsl:with-param name="value" as="node()*">
        <xsl:next-match/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="publicationStmt/availability" mode="record" priority="1">
    <xsl:call-template name="fact">
      <xsl:with-param name="label" select="'Licence'"/>
      <xsl:with-param name="value" as="node()*">
        <xsl:next-match/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="textClass" mode="record">
    <xsl:call-template name="fact">
      <xsl:with-param name="label" select="'Keywords'"/>
      <xsl:with-param name="value" as="node()*">
        <xsl:value-of select="keywords/term/f:line(.)" separator=", "/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- ============ principles ============ -->

  <xsl:template match="encodingDesc" mode="record">
    <section id="principles" class="record-part principles">
      <h3>Editorial principles</h3>
      <xsl:apply-templates select="*" mode="record"/>
    </section>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="projectDesc" mode="record">
    <xsl:apply-templates select="*" mode="record"/>
  </xsl:template>

  <xsl:template match="editorialDecl" mode="record">
    <dl class="facts">
      <xsl:apply-templates select="*" mode="record"/>
    </dl>
  </xsl:template>

  <xsl:template match="editorialDecl/*" mode="record">
    <xsl:variable name="labels" as="map(xs:string, xs:string)" select="map {
        'correction': 'Correction', 'hyphenation': 'Hyphens', 'interpretation': 'Names, certainty and brackets',
        'normalization': 'Capitals', 'punctuation': 'Punctuation', 'quotation': 'Quotation marks',
        'segmentation': 'Paragraphs and lines', 'stdVals': 'Dates and quantities' }"/>
    <xsl:call-template name="fact">
      <xsl:with-param name="label" select="($labels(local-name()), local-name())[1]"/>
      <xsl:with-param name="value" as="node()*">
        <xsl:apply-templates mode="prose"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- How passages are cited, from the outermost part to the innermost. -->
  <xsl:template match="refsDecl" mode="record">
    <p>Passages are cited by {string-join(.//citeStructure/@unit, ', then by ')}.</p>
  </xsl:template>

  <xsl:template match="revisionDesc" mode="record">
    <section id="revisions" class="record-part">
      <h3>Revisions</h3>
      <ul>
        <xsl:for-each select="change">
          <li>
            <time datetime="{@when}">{f:moment(@when)}</time>
            <xsl:text>: </xsl:text>
            <xsl:apply-templates mode="prose"/>
            <xsl:for-each select="@who"> ({f:responsible(.)})</xsl:for-each>
          </li>
          <xsl:text>&#10;</xsl:text>
        </xsl:for-each>
      </ul>
    </section>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

</xsl:stylesheet>
