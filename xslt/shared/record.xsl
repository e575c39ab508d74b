<?xml version="1.0" encoding="UTF-8"?>
<!-- The record: what the header says of the messages, of their source and of this edition, and the register of names.
     Text and print share it. It is written as sections:
       section      id: which one
         heading
         section    a part of it
         p          a paragraph
         entry      a term with what is said of it
           term
           names     of the register: the other names
           p
           passages  of the register: where the name stands
     and in them, name: a name, with its language and script (lang, BCP 47). -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:imprimatur:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all"
  expand-text="yes">

  <!-- record: from the header to sections. -->
  <xsl:mode name="record" on-no-match="shallow-skip"/>
  <!-- record-text: the words of a paragraph of the header, with what stands for markup that is spoken of. -->
  <xsl:mode name="record-text" on-no-match="shallow-skip"/>

  <xsl:function name="f:record-sections" as="element()*">
    <xsl:param name="document" as="document-node()"/>
    <xsl:variable name="header" as="element()" select="$document/TEI/teiHeader"/>
    <xsl:sequence select="
        f:correspondence-section($header), f:source-section($header),
        f:edition-section($document), f:principles-section($header)"/>
  </xsl:function>

  <!-- ============ the messages ============ -->

  <xsl:function name="f:correspondence-section" as="element()*">
    <xsl:param name="header" as="element()"/>
    <xsl:for-each select="$header/profileDesc[correspDesc]">
      <section id="correspondence">
        <heading>Correspondence</heading>
        <xsl:apply-templates select="correspDesc" mode="record"/>
      </section>
    </xsl:for-each>
  </xsl:function>

  <xsl:template match="correspDesc" mode="record" as="element()">
    <xsl:variable name="message" as="element()?"
      select="root(.)/TEI/text//*[@xml:id = f:identifiers(current()/@corresp)]"/>
    <section>
      <heading>{($message ! f:heading-of-message(.), f:capitalised(@type), 'Message')[1]}</heading>
      <xsl:apply-templates mode="record"/>
    </section>
  </xsl:template>

  <!-- A message is headed by what it is and from whom to whom, the one that is forwarded as such. -->
  <xsl:function name="f:heading-of-message" as="xs:string">
    <xsl:param name="message" as="element()"/>
    <xsl:variable name="actions" as="element()*" select="f:correspondence($message)/correspAction"/>
    <xsl:variable name="title" as="xs:string" select="f:constructed-title(f:genre($message),
        f:names-in($actions[@type = 'sent'][1]), f:names-in($actions[@type = 'received'][1]))"/>
    <xsl:sequence select="
        if ($message/self::floatingText) then 'Forwarded: ' || lower-case(substring($title, 1, 1)) || substring($title, 2)
        else $title"/>
  </xsl:function>

  <xsl:template match="correspAction" mode="record" as="element()*">
    <entry>
      <term>{f:capitalised(@type)}</term>
      <p>{f:sentence(string-join((* except note) ! f:line(.), ', '))}</p>
      <xsl:for-each select="note">
        <p>{f:line(.)}</p>
      </xsl:for-each>
    </entry>
  </xsl:template>

  <xsl:template match="correspContext/ref" mode="record" as="element()">
    <entry>
      <term>Context</term>
      <p>{f:sentence(f:line(.))}</p>
    </entry>
  </xsl:template>

  <!-- ============ the source ============ -->

  <xsl:function name="f:source-section" as="element()">
    <xsl:param name="header" as="element()"/>
    <section id="source">
      <heading>Source</heading>
      <xsl:for-each select="$header/profileDesc/(creation | langUsage)[normalize-space()]">
        <entry>
          <term>{if (self::creation) then 'Written' else 'Language'}</term>
          <p>{f:sentence(f:line(.))}</p>
        </entry>
      </xsl:for-each>
      <xsl:apply-templates select="$header/fileDesc/sourceDesc" mode="record"/>
      <xsl:for-each select="$header/profileDesc/abstract">
        <section>
          <heading>Summary of the archive</heading>
          <xsl:apply-templates select="p" mode="record"/>
        </section>
      </xsl:for-each>
    </section>
  </xsl:function>

  <xsl:template match="msDesc" mode="record" as="element()">
    <section>
      <heading>Archival unit</heading>
      <entry>
        <term>Repository</term>
        <p>{f:line(msIdentifier/(repository, institution)[1])}</p>
      </entry>
      <xsl:for-each select="msIdentifier/idno">
        <entry>
          <term>{f:capitalised((@type, 'number')[1])}</term>
          <p>{f:line(.)}</p>
        </entry>
      </xsl:for-each>
      <xsl:for-each select="msContents/msItem">
        <entry>
          <term>Contents</term>
          <p>{string-join((title, locus) ! f:line(.), ', ')}</p>
        </entry>
      </xsl:for-each>
      <xsl:for-each select=".//note">
        <p>{f:line(.)}</p>
      </xsl:for-each>
    </section>
  </xsl:template>

  <!-- A web record has labels, and after each what the record says there: perhaps nothing. -->
  <xsl:template match="witness" mode="record" as="element()">
    <section>
      <heading>Record that was transcribed</heading>
      <xsl:for-each-group select="bibl/*"
        group-starting-with="seg[@type = 'label'] | publisher | note | *[not(preceding-sibling::seg)]">
        <xsl:choose>
          <xsl:when test="self::note"><p>{f:line(.)}</p></xsl:when>
          <xsl:when test="self::seg">
            <entry>
              <term>{replace(f:line(.), ':$', '')}</term>
              <xsl:sequence select="f:paragraphs(tail(current-group()))"/>
            </entry>
          </xsl:when>
          <xsl:otherwise>
            <entry>
              <term>{f:capitalised(local-name())}</term>
              <xsl:sequence select="f:paragraphs(current-group())"/>
            </entry>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:for-each-group>
    </section>
  </xsl:template>

  <!-- What stands in a field of the record; a dash where nothing does. -->
  <xsl:function name="f:paragraphs" as="element()*">
    <xsl:param name="values" as="element()*"/>
    <xsl:for-each select="$values/descendant-or-self::*[not(p)][self::p or not(ancestor::p)][. intersect $values or self::p]">
      <p>{f:line(.)}</p>
    </xsl:for-each>
    <xsl:if test="empty($values)"><p>–</p></xsl:if>
  </xsl:function>

  <!-- ============ the edition ============ -->

  <xsl:function name="f:edition-section" as="element()">
    <xsl:param name="document" as="document-node()"/>
    <xsl:variable name="file" as="element()" select="$document/TEI/teiHeader/fileDesc"/>
    <section id="edition">
      <heading>This edition</heading>
      <xsl:for-each select="$file/titleStmt/respStmt">
        <entry>
          <term>{f:list-in-words((persName | orgName | name) ! f:line(.))}</term>
          <xsl:for-each select="resp"><p>{f:sentence(f:capitalised(f:line(.)))}</p></xsl:for-each>
        </entry>
      </xsl:for-each>
      <xsl:variable name="published" as="xs:string*"
        select="($file/editionStmt/edition, $file/publicationStmt/(publisher, date, p)) ! f:line(.)"/>
      <xsl:if test="exists($published)">
        <entry>
          <term>Published</term>
          <p>{f:sentence(string-join($published, ', '))}</p>
        </entry>
      </xsl:if>
      <xsl:for-each select="$file/publicationStmt/availability">
        <entry>
          <term>Licence</term>
          <xsl:for-each select=".//p">
            <p>{f:line(.)}{parent::licence/@target ! (' ' || .)}</p>
          </xsl:for-each>
        </entry>
      </xsl:for-each>
      <xsl:for-each select="$document/TEI/teiHeader/revisionDesc/change">
        <entry>
          <term>{f:moment(@when)}</term>
          <p>{f:line(.)}</p>
        </entry>
      </xsl:for-each>
      <xsl:if test="exists($registers)">
        <section>
          <heading>Registers</heading>
          <xsl:apply-templates select="$registers ! TEI/teiHeader" mode="record"/>
        </section>
      </xsl:if>
      <section id="citation">
        <heading>How to cite</heading>
        <xsl:for-each select="f:message($document), f:forwarded-messages($document)">
          <p>{f:citation-line(f:citation(.))}</p>
        </xsl:for-each>
      </section>
    </section>
  </xsl:function>

  <!-- A register: its sources and its licence. -->
  <xsl:template match="teiHeader" mode="record" as="element()">
    <entry>
      <term>{f:line(fileDesc/titleStmt/title[1])}</term>
      <xsl:for-each select="fileDesc/sourceDesc//bibl"><p>{f:sentence(f:line(.))}</p></xsl:for-each>
      <xsl:for-each select="fileDesc/publicationStmt/availability//p">
        <p>{f:line(.)}{parent::licence/@target ! (' ' || .)}</p>
      </xsl:for-each>
    </entry>
  </xsl:template>

  <!-- ============ editorial principles ============ -->

  <xsl:function name="f:principles-section" as="element()?">
    <xsl:param name="header" as="element()"/>
    <xsl:for-each select="$header/encodingDesc">
      <section id="principles">
        <heading>Editorial principles</heading>
        <xsl:apply-templates select="projectDesc/p, editorialDecl/*" mode="record"/>
      </section>
    </xsl:for-each>
  </xsl:function>

  <xsl:template match="editorialDecl/*" mode="record" as="element()">
    <xsl:variable name="heads" as="map(xs:string, xs:string)" select="map {
        'correction': 'Corrections', 'hyphenation': 'Hyphens', 'interpretation': 'Names and referents',
        'normalization': 'Spelling', 'punctuation': 'Punctuation', 'quotation': 'Quotation marks',
        'segmentation': 'Divisions', 'stdVals': 'Normalised values' }"/>
    <entry>
      <term>{($heads(local-name()), f:capitalised(local-name()))[1]}</term>
      <xsl:apply-templates select="p" mode="record"/>
    </entry>
  </xsl:template>

  <xsl:template match="p" mode="record" as="element()">
    <xsl:variable name="words" as="xs:string*">
      <xsl:apply-templates mode="record-text"/>
    </xsl:variable>
    <p>{normalize-space(string-join($words))}</p>
  </xsl:template>

  <xsl:template match="text()" mode="record-text" as="xs:string">{.}</xsl:template>
  <xsl:template match="gi" mode="record-text" as="xs:string">&lt;{.}&gt;</xsl:template>
  <xsl:template match="att" mode="record-text" as="xs:string">@{.}</xsl:template>
  <xsl:template match="val | q" mode="record-text" as="xs:string">“{.}”</xsl:template>

  <!-- ============ the register of names ============ -->

  <!-- The entries that the document names, in groups as the registers list them, each group in alphabetical order. -->
  <xsl:function name="f:register-sections" as="element()*">
    <xsl:param name="document" as="document-node()"/>
    <xsl:for-each-group group-by="f:group-of(.)"
      select="f:entries-named-in($document)">
      <section>
        <heading>{current-grouping-key()}</heading>
        <xsl:for-each select="current-group()">
          <xsl:sort select="f:sort-key(.)"
            collation="http://www.w3.org/2005/xpath-functions/collation/codepoint"/>
          <xsl:sequence select="f:register-entry(., $document)"/>
        </xsl:for-each>
      </section>
    </xsl:for-each-group>
  </xsl:function>

  <xsl:function name="f:entries-named-in" as="element()*">
    <xsl:param name="document" as="document-node()"/>
    <xsl:sequence select="
        ($f:entries[self::person], $f:entries[self::org], $f:entries[self::place])
          [exists(f:mentions(., $document)) or exists(key('mention-in-header', @xml:id, $document))]"/>
  </xsl:function>

  <!-- Where an entry stands in the alphabet: its title without quotation marks, in capitals. -->
  <xsl:function name="f:sort-key" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="upper-case(translate(f:title($entry), '“”‘’«»&quot;', ''))"/>
  </xsl:function>

  <xsl:function name="f:group-of" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="(
        $entry/ancestor::*[head][1]/head ! f:line(.),
        'Persons'[$entry/self::person], 'Places'[$entry/self::place], 'Organisations')[1]"/>
  </xsl:function>

  <xsl:function name="f:register-entry" as="element()">
    <xsl:param name="entry" as="element()"/>
    <xsl:param name="document" as="document-node()"/>
    <xsl:variable name="mentions" as="element()*" select="f:mentions($entry, $document)"/>
    <entry>
      <term>{f:title($entry)}</term>
      <xsl:where-populated>
        <names>
          <xsl:for-each select="f:names-to-list($entry)">
            <xsl:if test="position() gt 1">; </xsl:if>
            <xsl:sequence select="f:name-in-script(.)"/>
          </xsl:for-each>
        </names>
      </xsl:where-populated>
      <xsl:for-each select="$entry/note"><p>{f:line(.)}</p></xsl:for-each>
      <xsl:for-each select="f:relations-in-words($entry), f:whereabouts($entry)"><p>{.}</p></xsl:for-each>
      <passages>{if (exists($mentions)) then f:capitalised(f:passages-in-words($mentions)) || '.'
        else 'In the record.'}</passages>
    </entry>
  </xsl:function>

  <!-- The names of an entry beside its title: of a place in all its scripts, of others as the text writes them. -->
  <xsl:function name="f:names-to-list" as="element()*">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="title" as="xs:string" select="f:title($entry)"/>
    <xsl:sequence select="
        if ($entry/self::place) then f:other-names($entry, $title)
        else $entry/(persName | orgName)[not(lower-case(f:line(.)) = lower-case($title))]
          [not(lower-case(f:line(.)) = preceding-sibling::* ! lower-case(f:line(.)))]"/>
  </xsl:function>

  <!-- How an entry is related to others, with how certain that is where it is not. A sentence that the register has
       for a relation is left to the notes. -->
  <xsl:function name="f:relations-in-words" as="xs:string?">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="said" as="xs:string*">
      <xsl:for-each-group select="f:relations-from($entry)[not(desc)]" group-by="@name">
        <xsl:sequence select="f:relation-name(current-grouping-key()) || ' ' || f:list-in-words(
            current-group() ! f:passives(.))"/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:sequence select="string-join($said, '; ')[. != ''] ! f:sentence(f:capitalised(.))"/>
  </xsl:function>

  <xsl:function name="f:passives" as="xs:string*">
    <xsl:param name="relation" as="element()"/>
    <xsl:variable name="certainty" as="xs:string?" select="f:relation-certainty($relation) ! (' (' || . || ')')"/>
    <xsl:sequence select="f:identifiers($relation/@passive) ! f:entry(.) ! (f:title-in-a-sentence(.) || $certainty)"/>
  </xsl:function>

  <!-- Rivers, lines and regions have an article before their names, towns and countries have none. -->
  <xsl:function name="f:title-in-a-sentence" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="article" as="xs:boolean"
      select="$entry/self::place/@type = ('river', 'line', 'region', 'direction', 'fortification')"/>
    <xsl:sequence select="'the '[$article] || f:title($entry)"/>
  </xsl:function>

  <xsl:variable name="f:relation-names" as="map(xs:string, xs:string)" select="map {
      'located-in': 'in', 'renamed-to': 'today', 'end-point': 'end points:', 'start-point': 'start point:',
      'part-of': 'part of:', 'on-bank-of': 'on the bank of' }"/>

  <xsl:function name="f:relation-name" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="($f:relation-names($name), translate($name, '-', ' '))[1]"/>
  </xsl:function>

  <!-- Coordinates and the number in GeoNames. -->
  <xsl:function name="f:whereabouts" as="xs:string?">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="coordinates" as="xs:decimal*" select="f:coordinates($entry)"/>
    <xsl:variable name="position" as="xs:string?" select="
        if (exists($coordinates)) then f:degrees($coordinates[1], 'N', 'S') || ', '
            || f:degrees($coordinates[2], 'E', 'W') else ()"/>
    <xsl:sequence select="f:sentence(string-join(
        ($position, $entry/idno ! (@type || ' ' || .)), '; '))[. != '.']"/>
  </xsl:function>

  <xsl:function name="f:degrees" as="xs:string">
    <xsl:param name="degrees" as="xs:decimal"/>
    <xsl:param name="positive" as="xs:string"/>
    <xsl:param name="negative" as="xs:string"/>
    <xsl:sequence select="abs($degrees) || '° ' || (if ($degrees lt 0) then $negative else $positive)"/>
  </xsl:function>

</xsl:stylesheet>
