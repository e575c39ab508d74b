<!ENTITY % identified "id ID #IMPLIED">
<!ENTITY % status "(draft | final | printed)">
<!ENTITY % blocks "p | list | figure">
