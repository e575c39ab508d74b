<?xml version="1.0" encoding="UTF-8"?>
<!-- Every parameter of the three editions, with its meaning. The build sets them; each has a default, so that a
     stylesheet can also be run by itself in any XSLT 3.0 processor. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  exclude-result-prefixes="#all"
  expand-text="yes">

  <!-- The authority files of the project, in the order of their paths. -->
  <xsl:param name="registers" as="document-node()*" select="()"/>

  <!-- The document's file name without its extension: the name of its files in the edition. -->
  <xsl:param name="name" as="xs:string" select="'edition'"/>

  <!-- The way from the document's folder to the root of the site, ending in a slash, or empty at the root. -->
  <xsl:param name="root" as="xs:string" select="'../'"/>

  <!-- The map of the places that the document names, as SVG; none where no place has coordinates. -->
  <xsl:param name="map" as="document-node()?" select="()"/>

</xsl:stylesheet>
