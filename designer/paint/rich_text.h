// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "designer/paint/dynamic_text.h"

namespace tessera::designer {

// HTML for QTextDocument from the body of a text element: the Markdown Sigma knows (headings to ###, lists, bold,
// italic, strikethrough, links), its inline HTML (u, sub, sup, a, span with colours and fonts, p with size classes and
// alignment) and {{formula}} parts, which become their values, or chips while nobody knows them. Everything else stands
// as written. Pictures, scripts and other tags never get through, so nothing is ever loaded.
QString textBodyToHtml(const QString &body, const PageTheme &theme, const TemplateValues &values = {});

} // namespace tessera::designer
