// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/names/text_edit.h"

#include "model/formula/template_scanner.h"

namespace tessera::model {

namespace {

void collect(std::string_view text, ByteRange range, std::vector<TextReference> &references)
{
    const std::string_view formula = range.in(text);
    for (const Token &token : tokenize(formula)) {
        auto reference = readReference(formula, token);
        if (!reference)
            continue;
        reference->prefixBytes.offset += range.offset;
        reference->nameBytes.offset += range.offset;
        references.push_back({std::move(*reference), false});
    }
}

} // namespace

std::vector<TextReference> referencesIn(std::string_view text, TextLanguage language)
{
    std::vector<TextReference> references;
    if (language == TextLanguage::Formula) {
        collect(text, {0, text.size()}, references);
        return references;
    }
    for (const TemplatePart &part : scanTemplates(text)) {
        const std::string_view formula = part.formula.in(text);
        if (language == TextLanguage::Sql && !formula.empty() && formula.front() != '[') {
            Reference handle;
            handle.name = formula;
            handle.nameBytes = part.formula;
            references.push_back({std::move(handle), true});
        } else {
            collect(text, part.formula, references);
        }
    }
    return references;
}

std::string edited(std::string_view text, const std::vector<TextEdit> &edits)
{
    std::string result;
    std::size_t at = 0;
    for (const TextEdit &edit : edits) {
        result += text.substr(at, edit.range.offset - at);
        result += edit.with;
        at = edit.range.end();
    }
    result += text.substr(at);
    return result;
}

} // namespace tessera::model
