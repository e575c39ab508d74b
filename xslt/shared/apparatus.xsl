<?xml version="1.0" encoding="UTF-8"?>
<!-- The apparatus: what the edition says about words of the text, each remark keyed to its lemma. Text and print
     share it; the one sets the notes below the reading text, the other at the foot of the page.

     A note is
       note      passage: what its passage is called
         lemma   the words it speaks of
         said    a sentence, one or more; in it
           name  a name, with its language and script (lang, BCP 47)

     A name is explained where it first stands. Notes are left out where they would only repeat the words: a number
     that says what its word says, a force called by the name that its register gives it. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:imprimatur:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all"
  expand-text="yes">

  <!-- All notes on a text, in its order. -->
  <xsl:function name="f:notes" as="element()*">
    <xsl:param name="text" as="element()"/>
    <xsl:sequence select="$text//* ! f:note(.)"/>
  </xsl:function>

  <!-- The note on an element of the text, where there is something to say. -->
  <xsl:function name="f:note" as="element()?">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="remarks" as="element()*">
      <xsl:apply-templates select="$element[f:is-notable(.)]" mode="remark"/>
    </xsl:variable>
    <xsl:if test="exists($remarks)">
      <note passage="{f:passage($element) ! f:passage-label(.)}">
        <lemma>{f:lemma($element)}</lemma>
        <xsl:sequence select="$remarks"/>
      </note>
    </xsl:if>
  </xsl:function>

  <!-- Whether there may be something to say of an element. What stands in a note of the source is said with it. -->
  <xsl:function name="f:is-notable" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        ($element/@ref or $element/(self::note | self::date | self::time | self::measure)
          or not(f:is-handled($element)))
        and not($element/ancestor::note)"/>
  </xsl:function>

  <!-- The lemma: the words themselves, long ones from their beginning to their end; brackets around are left off. -->
  <xsl:function name="f:lemma" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="words" as="xs:string*"
      select="tokenize(replace(f:line($element), '^\[(.*)\]$', '$1'))"/>
    <xsl:sequence select="string-join(
        if (empty($words)) then '&lt;' || name($element) || '&gt;'
        else if (count($words) le 6) then $words
        else ($words[position() le 2], '…', $words[position() gt last() - 2]), ' ')"/>
  </xsl:function>

  <!-- remark: an element of the text to the sentences about it. Applied to nothing else. -->
  <xsl:mode name="remark" on-no-match="deep-skip"/>

  <!-- A person or an organisation that this entry is responsible for, as it is called here. -->
  <xsl:function name="f:responsible" as="xs:string">
    <xsl:param name="resp" as="attribute()"/>
    <xsl:sequence select="f:list-in-words(
        f:responsibility($resp)/(persName | orgName | name) ! f:name-as-listed(.))"/>
  </xsl:function>

  <xsl:template match="note" mode="remark" as="element()*">
    <xsl:variable name="kind" as="xs:string"
      select="if (starts-with(f:line(.), '[')) then 'In square brackets, an ' else 'An '"/>
    <said>{$kind}{(@type, 'note')[1]}{@resp ! (' ascribed to the ' || f:responsible(.))}.</said>
    <xsl:for-each select=".//*[@ref]">
      <xsl:sequence select="f:place-remarks(., f:entries-of(.))"/>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="placeName | geogName" mode="remark" as="element()*">
    <xsl:variable name="entries" as="element()*" select="f:entries-of(.)"/>
    <xsl:sequence select="f:place-remarks(., $entries), f:certainty-remark(., $entries)"/>
  </xsl:template>

  <xsl:template match="persName | orgName | rs" mode="remark" as="element()*">
    <xsl:variable name="mention" as="element()" select="."/>
    <xsl:variable name="entries" as="element()*" select="f:entries-of(.)"/>
    <xsl:for-each select="$entries">
      <xsl:choose>
        <xsl:when test="self::place">
          <xsl:sequence select="f:place-remarks($mention, .), f:back-reference($mention, .)"/>
        </xsl:when>
        <xsl:when test="$mention/@type = 'pseudonym'">
          <xsl:if test="f:is-first-mention-as($mention, .)">
            <said>A name under which {f:title(.)} is addressed.</said>
          </xsl:if>
        </xsl:when>
        <xsl:otherwise>
          <xsl:sequence select="f:referent-remark($mention, .)"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
    <xsl:sequence select="f:certainty-remark(., $entries)"/>
  </xsl:template>

  <!-- A date or a time that is written otherwise than it is normalised. -->
  <xsl:template match="date | time" mode="remark" as="element()?">
    <xsl:variable name="normal" as="xs:string?" select="f:moment-in-words(.)"/>
    <xsl:if test="exists($normal) and not($normal = f:words(.))">
      <said>{f:sentence(f:capitalised($normal))}</said>
    </xsl:if>
  </xsl:template>

  <!-- A measure whose unit is not among its own words. -->
  <xsl:template match="measure[@unit]" mode="remark" as="element()?">
    <xsl:variable name="words" as="xs:string*" select="f:bare-words(translate(f:words(.), '0123456789', '          '))"/>
    <xsl:if test="not($words = (lower-case(@unit), replace(lower-case(@unit), 's$', '')))">
      <said>{f:sentence(f:measure-in-words(.))}</said>
    </xsl:if>
  </xsl:template>

  <xsl:template match="*[not(f:is-handled(.))]" mode="remark" as="element()" priority="-1">
    <said>Encoded as &lt;{name()}&gt;, which this edition has no way of setting; its words are kept.</said>
  </xsl:template>

  <!-- ============ places ============ -->

  <!-- The other names of a place, and how it is related to another, at its first mention in each message. -->
  <xsl:function name="f:place-remarks" as="element()*">
    <xsl:param name="mention" as="element()"/>
    <xsl:param name="entries" as="element()*"/>
    <xsl:for-each select="$entries[self::place][f:is-first-mention-in-message($mention, .)]">
      <xsl:variable name="otherwise" as="xs:boolean"
        select="exists($mention/self::rs[@type = 'country']) and f:differs(f:words($mention), f:title(.))"/>
      <xsl:variable name="names" as="element()*"
        select="f:other-names(., if ($otherwise) then f:title(.) else f:words($mention))"/>
      <xsl:if test="$otherwise">
        <said>{f:title(.)}.</said>
      </xsl:if>
      <xsl:if test="exists($names)">
        <said>
          <xsl:for-each select="$names">
            <xsl:if test="position() gt 1">; </xsl:if>
            <xsl:sequence select="f:name-in-script(.)"/>
          </xsl:for-each>
          <xsl:text>.</xsl:text>
        </said>
      </xsl:if>
      <xsl:for-each select="f:relations-from(.)[desc]">
        <said>{f:sentence(f:line(desc[1]))}</said>
        <xsl:for-each select="f:relation-certainty(.)"><said>{f:sentence(f:capitalised(.))}</said></xsl:for-each>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="f:relation-certainty" as="xs:string?">
    <xsl:param name="relation" as="element()"/>
    <xsl:sequence select="$relation/@cert
        ! ('of ' || . || ' certainty' || $relation/@resp ! (' in the judgement of ' || f:responsible(.)))"/>
  </xsl:function>

  <xsl:variable name="f:order-of-names" as="xs:string*" select="'modern', 'hangul', 'chinese-characters',
      'revised-romanization', 'mccune-reischauer', 'pinyin', 'older-western'"/>

  <!-- The names of a place that are not the one at hand: today's first, then scripts, then romanisations. -->
  <xsl:function name="f:other-names" as="element()*">
    <xsl:param name="place" as="element()"/>
    <xsl:param name="at-hand" as="xs:string"/>
    <xsl:variable name="differing" as="element()*"
      select="$place/placeName[@type][not(lower-case(f:line(.)) = lower-case($at-hand))]"/>
    <xsl:sequence select="for $type in $f:order-of-names return $differing[@type = $type]"/>
  </xsl:function>

  <xsl:variable name="f:ways-of-writing" as="map(xs:string, xs:string)" select="map {
      'revised-romanization': 'Revised Romanization', 'mccune-reischauer': 'McCune–Reischauer',
      'pinyin': 'Hanyu Pinyin', 'older-western': 'in older Western writing' }"/>

  <!-- The two hands in which a place can have its name in Chinese characters. -->
  <xsl:variable name="f:hands" as="map(xs:string, xs:string)"
    select="map { 'Hans': 'simplified', 'Hant': 'traditional' }"/>

  <!-- A name, and how it is written where its script does not say it. -->
  <xsl:function name="f:name-in-script" as="node()*">
    <xsl:param name="name" as="element()"/>
    <xsl:variable name="hand" as="xs:string?" select="$f:hands(string(tokenize($name/@xml:lang, '-')[last()]))"/>
    <xsl:variable name="way" as="xs:string?" select="
        if ($hand and count($name/../placeName[@type = $name/@type]) gt 1) then $hand
        else $f:ways-of-writing(string($name/@type))"/>
    <xsl:if test="$name/@type = 'modern'">today </xsl:if>
    <name lang="{$name/ancestor-or-self::*[@xml:lang][1]/@xml:lang}">{f:line($name)}</name>
    <xsl:if test="exists($way)"> ({$way})</xsl:if>
  </xsl:function>

  <!-- An expression for a place that was first spoken of in other words: back to those. -->
  <xsl:function name="f:back-reference" as="element()?">
    <xsl:param name="mention" as="element()"/>
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="earlier" as="element()*" select="f:earlier-mentions($mention, $entry)"/>
    <xsl:variable name="words" as="xs:string" select="lower-case(f:words($mention))"/>
    <xsl:if test="exists($earlier) and not($earlier ! lower-case(f:words(.)) = $words)">
      <said>The “{f:words($earlier[1])}” ({f:passage-label(f:passage($earlier[1]))}).</said>
    </xsl:if>
  </xsl:function>

  <!-- ============ persons, organisations, forces ============ -->

  <!-- Who is meant, where the words do not say it by themselves. -->
  <xsl:function name="f:referent-remark" as="element()?">
    <xsl:param name="mention" as="element()"/>
    <xsl:param name="entry" as="element()"/>
    <xsl:choose>
      <xsl:when test="f:differs(f:words($mention), f:title($entry))">
        <said>{f:sentence(f:title($entry))}</said>
      </xsl:when>
      <xsl:when test="$mention/@cert and f:is-first-mention($mention, $entry)">
        <xsl:for-each select="$entry/note[1]">
          <said>{f:sentence(f:line(.))}</said>
        </xsl:for-each>
      </xsl:when>
    </xsl:choose>
  </xsl:function>

  <!-- How sure the encoding is of the referent, said once for each degree, with the other passages of that degree. -->
  <xsl:function name="f:certainty-remark" as="element()?">
    <xsl:param name="mention" as="element()"/>
    <xsl:param name="entries" as="element()*"/>
    <xsl:if test="$mention/@cert">
      <xsl:variable name="degree" as="xs:string" select="$mention/@cert"/>
      <xsl:variable name="alike" as="element()*" select="
          $entries ! f:mentions(., root($mention))[@cert eq $degree]"/>
      <xsl:if test="$alike[1] is $mention">
        <xsl:variable name="elsewhere" as="xs:string"
          select="f:passages-in-words($alike except $alike[f:passage(.) is f:passage($mention)])"/>
        <said>{
          'The referent is of ' || $mention/@cert || ' certainty'
          || $mention/@resp ! (' in the judgement of ' || f:responsible(.))
          || $elsewhere[. != ''] ! ('; so too in: ' || .)}.</said>
      </xsl:if>
    </xsl:if>
  </xsl:function>

  <xsl:function name="f:is-first-mention-as" as="xs:boolean">
    <xsl:param name="mention" as="element()"/>
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="f:mentions($entry, root($mention))[@type = $mention/@type][1] is $mention"/>
  </xsl:function>

  <!-- Whether words and a name are two ways of saying it: neither holds all the words of the other. -->
  <xsl:function name="f:differs" as="xs:boolean">
    <xsl:param name="words" as="xs:string"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:variable name="a" as="xs:string*" select="f:telling-words($words)"/>
    <xsl:variable name="b" as="xs:string*" select="f:telling-words($name)"/>
    <xsl:sequence select="exists($a[not(. = $b)]) and exists($b[not(. = $a)])"/>
  </xsl:function>

  <xsl:function name="f:telling-words" as="xs:string*">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="f:bare-words($words)[not(. = ('the', 'of', 'a', 'and'))]"/>
  </xsl:function>

  <!-- Words in small letters, without the punctuation between them. -->
  <xsl:function name="f:bare-words" as="xs:string*">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="tokenize(translate(lower-case($words), '“”‘’&quot;.,:;!?()[]-–', '                 '))"/>
  </xsl:function>

  <xsl:function name="f:capitalised" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="upper-case(substring($words, 1, 1)) || substring($words, 2)"/>
  </xsl:function>

</xsl:stylesheet>
