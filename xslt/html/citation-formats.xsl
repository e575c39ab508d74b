<?xml version="1.0" encoding="UTF-8"?>
<!-- A citation in the formats of reference managers. A field that has no value is left out. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:imprimatur:functions"
  exclude-result-prefixes="#all"
  expand-text="yes">

  <xsl:import href="../shared/citation.xsl"/>
  <xsl:import href="json.xsl"/>

  <!-- What no field of the formats holds, in words: when it was sent and received, where it is forwarded, which
       record was transcribed, which edition this is. -->
  <xsl:function name="f:citation-note" as="xs:string">
    <xsl:param name="citation" as="map(*)"/>
    <xsl:variable name="dates" as="xs:string" select="string-join((
        $citation?sent-words ! ('sent ' || .), $citation?received-words ! ('received ' || .)), ', ')"/>
    <xsl:variable name="forwarded" as="xs:string?"
      select="$citation?forwarded-in ! ('Forwarded in: ' || f:citation-head(.))"/>
    <xsl:sequence select="string-join((
        $dates[. != ''] ! (upper-case(substring(., 1, 1)) || substring(., 2)),
        $forwarded,
        f:citation-tail($citation)[not(. = $citation?reference)]) ! f:sentence(.), ' ')"/>
  </xsl:function>

  <!-- The key of an entry: what BibTeX, biber and CSL all take for one name. -->
  <xsl:function name="f:citation-key" as="xs:string">
    <xsl:param name="citation" as="map(*)"/>
    <xsl:sequence select="replace($citation?file, '[^A-Za-z0-9-]+', '-')"/>
  </xsl:function>

  <!-- BibTeX. -->

  <!-- The entry of a message is @misc, the one type that every style and importer knows for what is neither a book nor
       an article. Names and titles stand in braces of their own: their capitals stay, and no name is cut in two. -->
  <xsl:function name="f:bibtex" as="xs:string">
    <xsl:param name="citation" as="map(*)"/>
    <xsl:variable name="date" as="xs:string*" select="tokenize($citation?date, '-')"/>
    <xsl:variable name="months" as="xs:string+" select="
        'jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'"/>
    <xsl:variable name="fields" as="xs:string*" select="
        f:bibtex-field('author', string-join($citation?authors ! ('{' || f:bibtex-text(.) || '}'), ' and ')),
        f:bibtex-field('title', '{' || f:bibtex-text($citation?title) || '}'),
        f:bibtex-field('type', $citation?genre ! f:bibtex-text(.)),
        f:bibtex-field('year', $date[1]),
        $date[2] ! ('  month = ' || $months[xs:integer($date[2])]),
        f:bibtex-field('date', $citation?date),
        f:bibtex-field('howpublished', $citation?reference ! f:bibtex-text(.)),
        f:bibtex-field('note', f:bibtex-text(f:citation-note($citation))),
        f:bibtex-field('publisher', $citation?publisher ! ('{' || f:bibtex-text(.) || '}')),
        f:bibtex-field('language', $citation?language)"/>
    <xsl:sequence select="
        '@misc{' || f:citation-key($citation) || ',&#10;' || string-join($fields, ',&#10;') || '&#10;}&#10;'"/>
  </xsl:function>

  <xsl:function name="f:bibtex-field" as="xs:string?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="value" as="xs:string?"/>
    <xsl:sequence select="$value[. != ''] ! ('  ' || $name || ' = {' || . || '}')"/>
  </xsl:function>

  <!-- The characters that LaTeX does not take for themselves. -->
  <xsl:variable name="f:latex-commands" as="map(xs:string, xs:string)" select="map {
      '\': '{\textbackslash}', '{': '{\textbraceleft}', '}': '{\textbraceright}',
      '~': '{\textasciitilde}', '^': '{\textasciicircum}', '`': '{\textasciigrave}',
      '&amp;': '\&amp;', '%': '\%', '$': '\$', '#': '\#', '_': '\_' }"/>

  <!-- Text as LaTeX reads it. A brace becomes a command, since BibTeX counts even escaped ones; hyphens in a row are kept
       apart, since LaTeX makes a dash of them (three need it twice). -->
  <xsl:function name="f:bibtex-text" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="escaped" as="xs:string" select="string-join(
        string-to-codepoints($text) ! codepoints-to-string(.) ! ($f:latex-commands(.), .)[1])"/>
    <xsl:sequence select="$escaped => replace('--', '-{}-') => replace('--', '-{}-')"/>
  </xsl:function>

  <!-- RIS: a personal communication, whose second author is the recipient. Its lines end with CR and LF. Publisher and
       edition have no place in this type (ET is a description there); the note says them. -->

  <xsl:function name="f:ris" as="xs:string">
    <xsl:param name="citation" as="map(*)"/>
    <xsl:variable name="date" as="xs:string*" select="tokenize($citation?date, '-')"/>
    <xsl:sequence select="string-join((
        f:ris-line('TY', 'PCOMM'),
        f:ris-line('ID', f:citation-key($citation)),
        f:ris-line('AU', $citation?authors),
        f:ris-line('A2', $citation?addressees),
        f:ris-line('TI', $citation?title),
        f:ris-line('PY', $date[1]),
        f:ris-line('DA', $citation?date ! string-join(($date, '', '', '')[position() le 3], '/') || '/'),
        f:ris-line('M3', $citation?genre),
        f:ris-line('DB', $citation?archive),
        f:ris-line('AV', $citation?location),
        f:ris-line('N1', f:citation-note($citation)),
        f:ris-line('LA', $citation?language),
        f:ris-line('ER', '')))"/>
  </xsl:function>

  <xsl:function name="f:ris-line" as="xs:string*">
    <xsl:param name="tag" as="xs:string"/>
    <xsl:param name="values" as="xs:string*"/>
    <xsl:sequence select="$values ! ($tag || '  - ' || . || '&#13;&#10;')"/>
  </xsl:function>

  <!-- CSL JSON: https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types -->

  <xsl:function name="f:csl-json" as="xs:string">
    <xsl:param name="citation" as="map(*)"/>
    <xsl:variable name="item" as="element()" xmlns="http://www.w3.org/2005/xpath-functions">
      <array>
        <map>
          <string key="id">{f:citation-key($citation)}</string>
          <string key="type">personal_communication</string>
          <xsl:sequence select="
              f:json-string('title', $citation?title),
              f:csl-names('author', $citation?authors),
              f:csl-names('recipient', $citation?addressees),
              f:csl-date('issued', $citation?date),
              f:json-string('genre', $citation?genre),
              f:json-string('archive', $citation?archive),
              f:json-string('archive_location', $citation?location),
              f:json-string('note', f:citation-note($citation)),
              f:json-string('publisher', $citation?publisher),
              f:json-string('edition', $citation?edition),
              f:json-string('language', $citation?language)"/>
        </map>
      </array>
    </xsl:variable>
    <xsl:sequence select="f:json($item, true()) || '&#10;'"/>
  </xsl:function>

  <!-- A name stays whole: the encoding does not say which part of it is the family's. -->
  <xsl:function name="f:csl-names" as="element()?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="names" as="xs:string*"/>
    <xsl:if test="exists($names)">
      <array key="{$key}" xmlns="http://www.w3.org/2005/xpath-functions">
        <xsl:for-each select="$names">
          <map><string key="literal">{.}</string></map>
        </xsl:for-each>
      </array>
    </xsl:if>
  </xsl:function>

  <xsl:function name="f:csl-date" as="element()?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="date" as="xs:string?"/>
    <xsl:if test="exists($date)">
      <map key="{$key}" xmlns="http://www.w3.org/2005/xpath-functions">
        <array key="date-parts">
          <array>
            <xsl:for-each select="tokenize($date, '-')">
              <number>{xs:integer(.)}</number>
            </xsl:for-each>
          </array>
        </array>
      </map>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>
