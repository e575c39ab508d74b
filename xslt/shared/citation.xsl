<?xml version="1.0" encoding="UTF-8"?>
<!-- How a message is cited: its parts as the encoding gives them, gathered once for every form in which the
     editions write them (a line of text, BibTeX, RIS, CSL JSON, meta elements, JSON-LD). What the encoding does not
     say is absent; nothing is supplied. A message is the edition document's own, or one that is forwarded in it
     (TEI Guidelines, 4.3.2 Floating Texts; 2.4.6 Correspondence Description). -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="urn:imprimatur:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all"
  expand-text="yes">

  <!-- The message that is the document: the division that the correspondence description describes. -->
  <xsl:function name="f:message" as="element()">
    <xsl:param name="document" as="document-node()"/>
    <xsl:variable name="text" as="element()" select="$document/TEI/text"/>
    <xsl:sequence select="($text/body/div[@decls], $text/body/div, $text)[1]"/>
  </xsl:function>

  <!-- The messages that are forwarded in a document, in the order in which they stand there. -->
  <xsl:function name="f:forwarded-messages" as="element(floatingText)*">
    <xsl:param name="document" as="document-node()"/>
    <xsl:sequence select="$document/TEI/text//floatingText[f:correspondence(.)]"/>
  </xsl:function>

  <!-- The correspondence description of a message: the one that its @decls names, or that names it by @corresp. -->
  <xsl:function name="f:correspondence" as="element(correspDesc)?">
    <xsl:param name="message" as="element()"/>
    <xsl:variable name="all" as="element(correspDesc)*"
      select="root($message)/TEI/teiHeader/profileDesc/correspDesc"/>
    <xsl:sequence select="(
        $all[@xml:id = f:identifiers($message/@decls)],
        $all[$message/@xml:id = f:identifiers(@corresp)])[1]"/>
  </xsl:function>

  <!-- The parts of a message's citation:
         message         the element itself
         forwarded       whether it stands inside another message
         file            name of its citation files, without extension
         title, genre    what it is called and what it is: "Telegram"
         authors, addressees   names as the registers list them
         date            the day to cite it by, YYYY-MM-DD or less: the archive's, else the sender's
         sent, received  the dates as the encoding normalises them, with the time where it is known
         sent-words, received-words, date-words   the same dates in words
         sent-from       the place it was sent from, as the registers list it
         archive, location, reference   who holds it; the unit; both in one line
         host, record    who publishes the record that was transcribed, and its number
         edition, publisher, published, year   of this edition
         language, abstract
         forwarded-in    the parts of the message that forwards it -->
  <xsl:function name="f:citation" as="map(*)">
    <xsl:param name="message" as="element()"/>
    <xsl:sequence select="($f:citations(generate-id($message)), f:gathered-citation($message))[1]"/>
  </xsl:function>

  <!-- Those of the messages in the document at hand, gathered once for all places where they are written. -->
  <xsl:variable name="f:citations" as="map(xs:string, map(*))" select="map:merge(
      (f:message(/), f:forwarded-messages(/)) ! map:entry(generate-id(.), f:gathered-citation(.)))"/>

  <!-- The same for any message: a stylesheet that is applied to no document has none at hand. -->
  <xsl:function name="f:gathered-citation" as="map(*)">
    <xsl:param name="message" as="element()"/>
    <xsl:sequence select="map:merge((
        f:citation-of-edition($message),
        f:citation-of-source($message),
        f:citation-of-message($message),
        f:citation-of-date($message)))"/>
  </xsl:function>

  <xsl:function name="f:citation-of-message" as="map(*)">
    <xsl:param name="message" as="element()"/>
    <xsl:variable name="header" as="element()" select="root($message)/TEI/teiHeader"/>
    <xsl:variable name="forwarded" as="xs:boolean" select="exists($message/self::floatingText)"/>
    <xsl:variable name="correspondence" as="element()?" select="f:correspondence($message)"/>
    <xsl:variable name="sent" as="element()?" select="$correspondence/correspAction[@type = 'sent'][1]"/>
    <xsl:variable name="received" as="element()?"
      select="$correspondence/correspAction[@type = 'received'][1]"/>
    <xsl:variable name="authors" as="xs:string*" select="
        if ($forwarded or empty($header/fileDesc/titleStmt/author))
        then f:names-in($sent)
        else $header/fileDesc/titleStmt/author ! f:name-of-author(.)"/>
    <xsl:variable name="addressees" as="xs:string*" select="f:names-in($received)"/>
    <xsl:variable name="genre" as="xs:string?" select="f:genre($message)"/>
    <xsl:sequence select="map {
        'message': $message,
        'forwarded': $forwarded,
        'file': string-join(($name, $message[$forwarded]/@xml:id), '.'),
        'genre': $genre,
        'authors': $authors,
        'addressees': $addressees,
        'sent-from': $sent/placeName[1] ! f:name-as-listed(.),
        'title':
          if ($forwarded) then f:constructed-title($genre, $authors, $addressees)
          else f:line(($header/fileDesc/titleStmt/title[@type = 'main'], $header/fileDesc/titleStmt/title)[1]),
        'language': string(($message/ancestor-or-self::*/@xml:lang)[last()])[. != ''],
        'abstract': $header/profileDesc/abstract[not($forwarded)] ! f:line(.),
        'forwarded-in': $message[$forwarded] ! f:gathered-citation(f:message(root(.))) }"/>
  </xsl:function>

  <xsl:function name="f:citation-of-date" as="map(*)">
    <xsl:param name="message" as="element()"/>
    <xsl:variable name="actions" as="element()*" select="f:correspondence($message)/correspAction"/>
    <xsl:variable name="sent" as="element(date)?" select="$actions[@type = 'sent'][1]/date[1]"/>
    <xsl:variable name="received" as="element(date)?" select="$actions[@type = 'received'][1]/date[1]"/>
    <xsl:variable name="filed" as="element(date)?" select="
        f:record($message)/date[@type = 'document'][@when][not($message/self::floatingText)][1]"/>
    <xsl:variable name="cited" as="xs:string?" select="f:day(($filed, $sent, $received)[@when][1]/@when)"/>
    <xsl:sequence select="map {
        'date': $cited,
        'date-words': $cited ! f:day-in-words(.),
        'sent': $sent/@when ! string(),
        'sent-words': $sent ! f:line(.),
        'received': $received/@when ! string(),
        'received-words': $received ! f:line(.) }"/>
  </xsl:function>

  <xsl:function name="f:citation-of-source" as="map(*)">
    <xsl:param name="message" as="element()"/>
    <xsl:variable name="record" as="element()?" select="f:record($message)"/>
    <xsl:variable name="unit" as="element()?"
      select="(root($message)/TEI/teiHeader/fileDesc/sourceDesc//msIdentifier)[1]"/>
    <xsl:variable name="archive" as="xs:string?" select="$unit/(repository, institution)[1] ! f:line(.)"/>
    <xsl:variable name="location" as="xs:string?"
      select="string-join($unit/idno ! f:archival-number(.), ', ')[. != '']"/>
    <xsl:sequence select="map {
        'archive': $archive,
        'location': $location,
        'reference': string-join(($archive, $location), ', ')[. != ''],
        'host': $record/publisher[1] ! f:line(.),
        'record': $record/idno[@type = 'record'][1] ! f:line(.) }"/>
  </xsl:function>

  <xsl:function name="f:citation-of-edition" as="map(*)">
    <xsl:param name="message" as="element()"/>
    <xsl:variable name="file" as="element()" select="root($message)/TEI/teiHeader/fileDesc"/>
    <xsl:variable name="published" as="xs:string?" select="$file/publicationStmt/date[1]/@when ! string()"/>
    <xsl:sequence select="map {
        'edition': $file/editionStmt/edition[1] ! f:line(.),
        'publisher': $file/publicationStmt/publisher[1] ! f:line(.),
        'published': $published,
        'year': $published ! replace(., '^(-?[0-9]{4,}).*$', '$1') }"/>
  </xsl:function>

  <!-- The archive's record that was transcribed. -->
  <xsl:function name="f:record" as="element(bibl)?">
    <xsl:param name="message" as="element()"/>
    <xsl:variable name="source" as="element()?" select="root($message)/TEI/teiHeader/fileDesc/sourceDesc"/>
    <xsl:sequence select="($source/listWit/witness/bibl[idno[@type = 'record']], $source/listWit/witness/bibl)[1]"/>
  </xsl:function>

  <!-- What kind of document a message is, with a capital: as the record has it, else as the encoding names it. -->
  <xsl:function name="f:genre" as="xs:string?">
    <xsl:param name="message" as="element()"/>
    <xsl:variable name="genre" as="xs:string" select="f:line((
        f:record($message)/term[@type = 'record-type'][not($message/self::floatingText)],
        $message/@type)[1])"/>
    <xsl:sequence select="concat(upper-case(substring($genre, 1, 1)), substring($genre, 2))[. != '']"/>
  </xsl:function>

  <!-- A forwarded message has no title of its own: it is called what it is, from whom and to whom. -->
  <xsl:function name="f:constructed-title" as="xs:string">
    <xsl:param name="genre" as="xs:string?"/>
    <xsl:param name="authors" as="xs:string*"/>
    <xsl:param name="addressees" as="xs:string*"/>
    <xsl:sequence select="string-join((
        ($genre, 'Message')[1],
        $authors[1] ! ('from ' || f:list-in-words($authors)),
        $addressees[1] ! ('to ' || f:list-in-words($addressees))), ' ')"/>
  </xsl:function>

  <xsl:function name="f:names-in" as="xs:string*">
    <xsl:param name="action" as="element(correspAction)?"/>
    <xsl:sequence select="$action/(persName | orgName | name | rs) ! f:name-as-listed(.)"/>
  </xsl:function>

  <xsl:function name="f:name-of-author" as="xs:string">
    <xsl:param name="author" as="element(author)"/>
    <xsl:sequence select="(
        $author/(persName | orgName | name)[1] ! f:name-as-listed(.),
        f:name-as-listed($author))[1]"/>
  </xsl:function>

  <!-- A name as the registers list whom it points to; where it points to nobody, as it is written. -->
  <xsl:function name="f:name-as-listed" as="xs:string">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="(f:entries-of($name) ! f:title(.), f:line($name))[1]"/>
  </xsl:function>

  <!-- A number of an archival unit with the abbreviation that Russian archives are cited by. -->
  <xsl:function name="f:archival-number" as="xs:string">
    <xsl:param name="number" as="element(idno)"/>
    <xsl:variable name="value" as="xs:string" select="f:line($number)"/>
    <xsl:variable name="one-leaf" as="xs:boolean" select="matches($value, '^[0-9]+[^\s,;.–—-]*$')"/>
    <xsl:variable name="abbreviations" as="map(xs:string, xs:string)" select="map {
        'fond': 'f. ', 'opis': 'op. ', 'delo': 'd. ', 'leaves': if ($one-leaf) then 'l. ' else 'll. ' }"/>
    <xsl:sequence select="$abbreviations(string($number/@type)) || $value"/>
  </xsl:function>

  <!-- The day, or the month or the year, of a normalised date: without the time. -->
  <xsl:function name="f:day" as="xs:string?">
    <xsl:param name="when" as="xs:string?"/>
    <xsl:sequence select="$when ! replace(., '^(-?[0-9]{4,}(-[0-9]{2}(-[0-9]{2})?)?).*$', '$1')"/>
  </xsl:function>

  <xsl:function name="f:day-in-words" as="xs:string">
    <xsl:param name="day" as="xs:string"/>
    <xsl:choose>
      <xsl:when test="$day castable as xs:date">{format-date(xs:date($day), '[D1] [MNn] [Y]', 'en', (), ())}</xsl:when>
      <xsl:when test="$day castable as xs:gYearMonth">{
        format-date(xs:date($day || '-01'), '[MNn] [Y]', 'en', (), ())}</xsl:when>
      <xsl:otherwise>{$day}</xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="f:list-in-words" as="xs:string">
    <xsl:param name="names" as="xs:string*"/>
    <xsl:sequence select="string-join(
        (string-join($names[position() lt last()], ', ')[. != ''], $names[last()]), ' and ')"/>
  </xsl:function>

  <!-- The text of a node in one line. -->
  <xsl:function name="f:line" as="xs:string">
    <xsl:param name="node" as="node()?"/>
    <xsl:sequence select="normalize-space(string($node))"/>
  </xsl:function>

  <!-- The citation in one line, as a footnote gives it. The address of the page is not in it: an edition is static
       and can lie anywhere. -->
  <xsl:function name="f:citation-line" as="xs:string">
    <xsl:param name="citation" as="map(*)"/>
    <xsl:variable name="head" as="xs:string" select="f:citation-head($citation)"/>
    <xsl:choose>
      <xsl:when test="exists($citation?forwarded-in)">{$head}, forwarded in: {
        f:citation-line($citation?forwarded-in)}</xsl:when>
      <xsl:otherwise>{string-join(($head, f:citation-tail($citation)) ! f:sentence(.), ' ')}</xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- Who to whom, what, when. -->
  <xsl:function name="f:citation-head" as="xs:string">
    <xsl:param name="citation" as="map(*)"/>
    <xsl:variable name="parties" as="xs:string" select="string-join(
        (f:list-in-words($citation?authors)[. != ''],
         $citation?addressees[1] ! ('to ' || f:list-in-words($citation?addressees))), ' ')"/>
    <xsl:variable name="title" as="xs:string"
      select="if ($citation?forwarded) then lower-case(($citation?genre, 'Message')[1]) else '“' || $citation?title || '”'"/>
    <xsl:variable name="date" as="xs:string?" select="
        if ($citation?date = f:day($citation?sent)) then $citation?sent-words
        else $citation?date-words || $citation?sent-words ! (' (sent ' || . || ')')"/>
    <xsl:sequence select="string-join(($parties, $title, $date)[. != ''], ', ')"/>
  </xsl:function>

  <!-- Where it lies, where it was taken from, which edition this is: a sentence each. -->
  <xsl:function name="f:citation-tail" as="xs:string*">
    <xsl:param name="citation" as="map(*)"/>
    <xsl:sequence select="
        $citation?reference,
        string-join(($citation?host, $citation?record ! ('record ' || .)), ', ')[. != ''],
        string-join(($citation?edition, $citation?publisher, $citation?year), ', ')[. != '']"/>
  </xsl:function>

  <xsl:function name="f:sentence" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="if (matches($words, '[.!?]$')) then $words else $words || '.'"/>
  </xsl:function>

</xsl:stylesheet>
