import type { SourceText } from '../xml/index.js';

/**
 * The attributes of the namespace `xml`, which is the same in every document: `xml:lang` and `xml:space` (XML 1.0,
 * sections 2.12 and 2.10), `xml:base` (XML Base, section 3), `xml:id` (xml:id 1.0, section 4). Schemas import them from
 * an address of W3C, and nothing is fetched for what cannot be otherwise.
 */
export const xmlNamespaceSchema: SourceText = {
  file: 'imprimatur:xml.xsd',
  text: `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/XML/1998/namespace">
<xs:attribute name="lang">
<xs:simpleType>
<xs:union memberTypes="xs:language"><xs:simpleType><xs:restriction base="xs:string"><xs:length value="0"/></xs:restriction></xs:simpleType></xs:union>
</xs:simpleType>
</xs:attribute>
<xs:attribute name="space">
<xs:simpleType><xs:restriction base="xs:NCName"><xs:enumeration value="default"/><xs:enumeration value="preserve"/></xs:restriction></xs:simpleType>
</xs:attribute>
<xs:attribute name="base" type="xs:anyURI"/>
<xs:attribute name="id" type="xs:ID"/>
<xs:attributeGroup name="specialAttrs">
<xs:attribute ref="xml:base"/><xs:attribute ref="xml:lang"/><xs:attribute ref="xml:space"/><xs:attribute ref="xml:id"/>
</xs:attributeGroup>
</xs:schema>`,
};
