// The whole style sheets, not those of one script: only they say which letters each file holds, and without that the
// browser draws "ẽ" and "ụ" from loose marks in the wrong place. It still fetches only the files it needs.
import '@fontsource/tinos/400.css';
import '@fontsource/tinos/400-italic.css';
import '@fontsource/tinos/700.css';
import '@fontsource/tinos/700-italic.css';
