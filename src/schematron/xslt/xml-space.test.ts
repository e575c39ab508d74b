import { describe, expect, test } from 'vitest';
import { markupWithXmlSpace, withXmlSpace } from './xml-space.js';

const space = ' \\t\\n\\r';

describe('white space in regular expressions', () => {
  test('is that of XML, in string literals of an expression and nowhere else', () => {
    expect(withXmlSpace(`matches(., '\\s$') and a[b = "x\\S[,\\s]\\\\s"]`)).toBe(
      `matches(., '[${space}]$') and a[b = "x[^${space}][,${space}]\\\\s"]`,
    );
  });

  test('is that of XML in the attributes of instructions', () => {
    expect(
      markupWithXmlSpace(
        `<xsl:if test="a[matches(., '\\s')]"><xsl:analyze-string select="." regex="\\s+"/>\\s</xsl:if>`,
      ),
    ).toBe(
      `<xsl:if test="a[matches(., '[${space}]')]"><xsl:analyze-string select="." regex="[${space}]+"/>\\s</xsl:if>`,
    );
    expect(markupWithXmlSpace('<a b="tokenize(., &quot;\\s&quot;)"/>')).toBe(
      `<a b="tokenize(., &quot;[${space}]&quot;)"/>`,
    );
  });
});
