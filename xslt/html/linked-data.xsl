<?xml version="1.0" encoding="UTF-8"?>
<!-- The document as linked data in the vocabulary of https://schema.org, written as JSON-LD: the edition, the messages
     with their senders, recipients and dates, and the places that each mentions with their names in every script. Only
     what the encoding says; dates have no time zone where the text gives none. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:imprimatur:functions"
  xmlns:j="http://www.w3.org/2005/xpath-functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all"
  expand-text="yes">

  <xsl:import href="../shared/citation.xsl"/>
  <xsl:import href="json.xsl"/>
  <xsl:import href="entries.xsl"/>

  <xsl:function name="f:linked-data" as="element(j:map)">
    <xsl:param name="document" as="document-node()"/>
    <xsl:variable name="messages" as="element()+" select="f:message($document), f:forwarded-messages($document)"/>
    <j:map>
      <j:string key="@context">https://schema.org</j:string>
      <j:array key="@graph">
        <xsl:sequence select="
            f:linked-edition(f:citation($messages[1])),
            $messages ! f:linked-message(f:citation(.)),
            f:linked-persons($messages),
            f:places-mentioned($document//text) ! f:linked-place(.)"/>
      </j:array>
    </j:map>
  </xsl:function>

  <!-- The edition: this page, made from the encoding, about the message. -->
  <xsl:function name="f:linked-edition" as="element(j:map)">
    <xsl:param name="citation" as="map(*)"/>
    <xsl:variable name="file" as="element()" select="root($citation?message)/TEI/teiHeader/fileDesc"/>
    <j:map>
      <j:string key="@type">WebPage</j:string>
      <xsl:sequence select="
          f:json-string('name', string-join($file/titleStmt/title[f:line(.) != ''] ! f:line(.), '. ')),
          f:json-string('inLanguage', $citation?language),
          f:json-string('version', $citation?edition),
          f:linked-thing('publisher', 'Organization', $citation?publisher),
          f:json-string('datePublished', $citation?published),
          f:linked-reference('mainEntity', $citation?message)"/>
      <j:map key="encoding">
        <j:string key="@type">MediaObject</j:string>
        <j:string key="encodingFormat">application/tei+xml</j:string>
        <j:string key="contentUrl">{encode-for-uri($name)}.xml</j:string>
        <xsl:sequence select="f:json-string('license', $file/publicationStmt/availability/licence[1]/@target)"/>
      </j:map>
    </j:map>
  </xsl:function>

  <!-- A message. The one that an archive holds is a component of it; one that is forwarded is a part of the other. -->
  <xsl:function name="f:linked-message" as="element(j:map)">
    <xsl:param name="citation" as="map(*)"/>
    <xsl:variable name="message" as="element()" select="$citation?message"/>
    <xsl:variable name="held" as="xs:boolean" select="not($citation?forwarded) and exists($citation?archive)"/>
    <xsl:variable name="correspondence" as="element()?" select="f:correspondence($message)"/>
    <j:map>
      <xsl:sequence select="
          f:linked-identity($message),
          if ($held) then f:json-strings('@type', ('ArchiveComponent', 'Message')) else f:json-string('@type', 'Message'),
          f:json-string('name', $citation?title),
          f:json-string('inLanguage', $citation?language),
          f:json-string('abstract', $citation?abstract),
          f:linked-parties('sender', $correspondence/correspAction[@type = 'sent']),
          f:linked-parties('recipient', $correspondence/correspAction[@type = 'received']),
          f:json-string('dateSent', $citation?sent),
          f:json-string('dateReceived', $citation?received),
          f:linked-references('locationCreated',
            $correspondence/correspAction[@type = 'sent']/placeName[1] ! f:entries-of(.))"/>
      <xsl:if test="not($citation?forwarded)">
        <xsl:sequence select="f:linked-provenance($citation)"/>
      </xsl:if>
      <xsl:sequence select="
          f:linked-references('hasPart', f:forwarded-messages(root($message))[not($citation?forwarded)]),
          f:linked-references('isPartOf', $citation?forwarded-in?message),
          f:linked-references('mentions', f:places-mentioned($message))"/>
    </j:map>
  </xsl:function>

  <!-- Who holds the message, under which reference, and which record was transcribed. -->
  <xsl:function name="f:linked-provenance" as="element()*">
    <xsl:param name="citation" as="map(*)"/>
    <xsl:variable name="record" as="element()?" select="f:record($citation?message)"/>
    <xsl:sequence select="
        f:linked-thing('holdingArchive', 'ArchiveOrganization', $citation?archive),
        f:linked-identifier('archival reference', $citation?reference)"/>
    <xsl:if test="$record">
      <j:map key="isBasedOn">
        <j:string key="@type">CreativeWork</j:string>
        <xsl:sequence select="
            f:json-string('name', f:line($record/title[1])),
            f:json-string('genre', $citation?genre),
            f:linked-thing('publisher', 'Organization', $citation?host),
            f:linked-identifier('record', $citation?record),
            f:json-string('copyrightNotice', string-join($record/availability//p ! f:line(.), ' '))"/>
      </j:map>
    </xsl:if>
  </xsl:function>

  <!-- The senders and recipients of the messages, each once. -->
  <xsl:function name="f:linked-persons" as="element(j:map)*">
    <xsl:param name="messages" as="element()+"/>
    <xsl:variable name="parties" as="element()*" select="
        $messages ! f:correspondence(.)/correspAction/(persName | orgName) ! f:entries-of(.)"/>
    <xsl:for-each-group select="$parties" group-by="string(@xml:id)">
      <j:map>
        <xsl:sequence select="
            f:linked-identity(.),
            f:json-string('@type', if (self::person) then 'Person' else 'Organization'),
            f:json-string('name', f:title(.)),
            f:json-strings('alternateName', f:further-names(.) ! f:line(.))"/>
      </j:map>
    </xsl:for-each-group>
  </xsl:function>

  <!-- A place with its names, each tagged by language and script, and where it lies. -->
  <xsl:function name="f:linked-place" as="element(j:map)">
    <xsl:param name="place" as="element()"/>
    <xsl:variable name="coordinates" as="xs:decimal*" select="f:coordinates($place)"/>
    <j:map>
      <xsl:sequence select="
          f:linked-identity($place),
          f:json-string('@type', 'Place'),
          f:json-string('name', f:title($place)),
          f:linked-alternate-names(f:further-names($place)),
          f:linked-identifier('GeoNames', $place/idno[@type = 'GeoNames'][1] ! f:line(.))"/>
      <xsl:if test="count($coordinates) = 2">
        <j:map key="geo">
          <j:string key="@type">GeoCoordinates</j:string>
          <j:number key="latitude">{$coordinates[1]}</j:number>
          <j:number key="longitude">{$coordinates[2]}</j:number>
        </j:map>
      </xsl:if>
    </j:map>
  </xsl:function>

  <!-- The places with a name of their own that are named in a part of the text, in the order of the register. A message
       does not mention what is mentioned only in a message that it forwards. -->
  <xsl:function name="f:places-mentioned" as="element(place)*">
    <xsl:param name="part" as="element()"/>
    <xsl:variable name="identifiers" as="xs:string*" select="
        $part//@ref[$part/self::text or ancestor::floatingText[1] is $part/self::floatingText
          or empty((ancestor::floatingText, $part/self::floatingText))] ! f:identifiers(.)"/>
    <xsl:sequence select="$f:entries[self::place][placeName[@type = 'modern']][@xml:id = $identifiers]"/>
  </xsl:function>

  <!-- The names of an entry besides the one it is listed under, each spelling once in a language. How the text spells a
       name is no further name. -->
  <xsl:function name="f:further-names" as="element()*">
    <xsl:param name="entry" as="element()"/>
    <xsl:for-each-group select="
        $entry/(placeName | persName | orgName)[not(@type = 'as-written')][f:line(.) != f:title($entry)]"
      group-by="f:line(.) || ' ' || @xml:lang">
      <xsl:sequence select="."/>
    </xsl:for-each-group>
  </xsl:function>

  <xsl:function name="f:linked-alternate-names" as="element()?">
    <xsl:param name="names" as="element()*"/>
    <xsl:if test="exists($names)">
      <j:array key="alternateName">
        <xsl:for-each select="$names">
          <j:map>
            <xsl:sequence select="f:json-string('@value', f:line(.)), f:json-string('@language', @xml:lang)"/>
          </j:map>
        </xsl:for-each>
      </j:array>
    </xsl:if>
  </xsl:function>

  <!-- Those who act in a correspondence: by reference where a register knows them, else by the name as written. -->
  <xsl:function name="f:linked-parties" as="element()?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="actions" as="element(correspAction)*"/>
    <xsl:variable name="names" as="element()*" select="$actions/(persName | orgName | name | rs)"/>
    <xsl:if test="exists($names)">
      <j:array key="{$key}">
        <xsl:for-each select="$names">
          <xsl:variable name="entry" as="element()?" select="f:entries-of(.)[1]"/>
          <j:map>
            <xsl:sequence select="
                if ($entry) then f:linked-identity($entry)
                else (
                  f:json-string('@type', if (self::orgName) then 'Organization' else 'Person'),
                  f:json-string('name', f:line(.)))"/>
          </j:map>
        </xsl:for-each>
      </j:array>
    </xsl:if>
  </xsl:function>

  <!-- What a thing is called in this graph: its place on the page, an entry's being in the index of names. -->
  <xsl:function name="f:linked-identity" as="element()?">
    <xsl:param name="thing" as="element()"/>
    <xsl:variable name="identifier" as="xs:string?" select="
        if ($thing/(self::place | self::person | self::org)) then f:entry-identifier($thing) else $thing/@xml:id"/>
    <xsl:sequence select="f:json-string('@id', $identifier ! ('#' || encode-for-uri(.)))"/>
  </xsl:function>

  <xsl:function name="f:linked-reference" as="element()?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="thing" as="element()"/>
    <xsl:if test="$thing/@xml:id">
      <j:map key="{$key}"><xsl:sequence select="f:linked-identity($thing)"/></j:map>
    </xsl:if>
  </xsl:function>

  <xsl:function name="f:linked-references" as="element()?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="things" as="element()*"/>
    <xsl:if test="exists($things[@xml:id])">
      <j:array key="{$key}">
        <xsl:for-each select="$things[@xml:id]">
          <j:map><xsl:sequence select="f:linked-identity(.)"/></j:map>
        </xsl:for-each>
      </j:array>
    </xsl:if>
  </xsl:function>

  <xsl:function name="f:linked-thing" as="element()?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="type" as="xs:string"/>
    <xsl:param name="name" as="xs:string?"/>
    <xsl:if test="$name != ''">
      <j:map key="{$key}">
        <j:string key="@type">{$type}</j:string>
        <j:string key="name">{$name}</j:string>
      </j:map>
    </xsl:if>
  </xsl:function>

  <xsl:function name="f:linked-identifier" as="element()?">
    <xsl:param name="kind" as="xs:string"/>
    <xsl:param name="value" as="xs:string?"/>
    <xsl:if test="$value != ''">
      <j:map key="identifier">
        <j:string key="@type">PropertyValue</j:string>
        <j:string key="propertyID">{$kind}</j:string>
        <j:string key="value">{$value}</j:string>
      </j:map>
    </xsl:if>
  </xsl:function>

  <xsl:function name="f:json-strings" as="element()?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="values" as="xs:string*"/>
    <xsl:if test="exists($values)">
      <j:array key="{$key}">
        <xsl:for-each select="$values">
          <j:string>{.}</j:string>
        </xsl:for-each>
      </j:array>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>
