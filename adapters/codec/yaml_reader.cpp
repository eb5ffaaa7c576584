// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/codec/yaml_reader.h"

#include <libfyaml.h>

#include <QCoreApplication>

#include "adapters/codec/block_scalars.h"
#include "adapters/codec/quoted_scalars.h"
#include "adapters/codec/tree_builder.h"
#include "adapters/codec/yaml_scalars.h"
#include "model/base/text.h"

namespace tessera::adapters {

using model::ErrorCode;
using model::Json;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::adapters::YamlReader)
};

struct ParserDeleter
{
    void operator()(fy_parser *parser) const { fy_parser_destroy(parser); }
};
struct DiagDeleter
{
    void operator()(fy_diag *diag) const
    {
        fy_diag_set_collect_errors(diag, false); // frees those it has, which the next line alone does not
        fy_diag_unref(diag);
    }
};

std::string_view tokenText(fy_token *token)
{
    std::size_t size = 0;
    const char *text = token ? fy_token_get_text(token, &size) : nullptr;
    return text ? std::string_view(text, size) : std::string_view();
}

// Turns the parser's events into a tree. The parser does not tell where dashes and colons stand; they are found again
// in the few bytes between two values.
class YamlReader
{
public:
    YamlReader(std::string text, const ParseLimits &limits) : m_tree(std::move(text), limits, false) {}

    model::Result<std::shared_ptr<const SourceDocument>> read();

private:
    bool take(fy_event *event);
    bool takeScalar(fy_event *event);
    bool takeBlock(SourceNode &node, std::string &value);
    bool takeKey(fy_event *event);
    bool takeAlias(fy_event *event);
    bool takeStart(fy_event *event, fy_token *anchor, fy_token *tag, bool map);
    bool takeEnd(fy_event *event);
    bool takeProperties(fy_token *anchor, SourceNode &node, fy_token *tag);
    static Json valueOf(std::string value, bool plain, std::string_view tag);

    SourceNode placeOf(fy_event *event);
    void findEntry(SourceNode &node);
    std::size_t previousEnd() const;
    std::size_t skipTo(std::size_t from, char indicator) const;
    std::size_t findBlockHeader(std::size_t from) const;
    std::size_t trimBlankLines(std::size_t begin, std::size_t end) const;
    bool refuseSyntax(fy_diag *diag);
    void readBetween(std::string &value, char quote, std::size_t begin, std::size_t end) const;
    void includeQuotes(char quote, std::size_t &begin, std::size_t &end) const;

    const std::string &text() const { return m_tree.text(); }
    static std::size_t startOf(fy_event *event);
    static std::size_t endOf(fy_event *event);

    TreeBuilder m_tree;
    int m_documents = 0;
    int m_flowDepth = 0;
};

std::size_t YamlReader::startOf(fy_event *event)
{
    const fy_mark *mark = fy_event_start_mark(event);
    return mark ? mark->input_pos : 0;
}

std::size_t YamlReader::endOf(fy_event *event)
{
    const fy_mark *mark = fy_event_end_mark(event);
    return mark ? mark->input_pos : 0;
}

// The position of `indicator` when only blanks, line ends and comments stand before it, else npos.
std::size_t YamlReader::skipTo(std::size_t from, char indicator) const
{
    for (std::size_t at = from; at < text().size(); ++at) {
        const char c = text()[at];
        if (c == indicator)
            return at;
        if (c == '#') {
            at = text().find_first_of("\r\n", at);
            if (at == std::string::npos)
                break;
        } else if (c != ' ' && c != '\t' && c != '\r' && c != '\n') {
            break;
        }
    }
    return std::string::npos;
}

std::size_t YamlReader::previousEnd() const
{
    if (m_tree.lastChild() >= 0)
        return m_tree.document().node(m_tree.lastChild()).end;
    return m_tree.openNode() >= 0 ? m_tree.top().begin : 0;
}

// The parser's marks of a quoted scalar lie inside its quotes.
void YamlReader::includeQuotes(char quote, std::size_t &begin, std::size_t &end) const
{
    if (begin > 0 && text()[begin - 1] == quote)
        --begin;
    if (end < text().size() && text()[end] == quote)
        ++end;
}

// The text of a quoted scalar; `begin` and `end` include the quotes.
void YamlReader::readBetween(std::string &value, char quote, std::size_t begin, std::size_t end) const
{
    if (end >= begin + 2)
        value = readQuoted(m_tree.document().slice(begin + 1, end - 1), quote);
}

// Where the entry of the next value begins, and where its colon or dash ends.
void YamlReader::findEntry(SourceNode &node)
{
    std::size_t at = std::string::npos;
    if (m_tree.inMap()) {
        const std::size_t colon = text().find_first_not_of(" \t", m_tree.keyEnd());
        if (colon != std::string::npos && text()[colon] == ':') {
            at = colon + 1;
        } else { // an explicit key, or a key alone inside braces
            m_tree.markOpaque();
            const std::size_t later = skipTo(m_tree.keyEnd(), ':');
            at = later == std::string::npos ? m_tree.keyEnd() : later + 1;
        }
    } else if (!m_tree.atRoot() && m_tree.top().style == NodeStyle::BlockSeq) {
        const std::size_t dash = skipTo(previousEnd(), '-');
        if (dash == std::string::npos) {
            m_tree.markOpaque();
            at = previousEnd();
        } else {
            node.entry = static_cast<std::uint32_t>(dash);
            at = dash + 1;
        }
    } else {
        at = previousEnd();
    }
    node.valueFrom = static_cast<std::uint32_t>(at);
}

SourceNode YamlReader::placeOf(fy_event *event)
{
    SourceNode node;
    findEntry(node);
    const fy_mark *start = fy_event_start_mark(event);
    const fy_mark *end = fy_event_end_mark(event);
    node.begin =
        start && start->input_pos >= node.valueFrom ? static_cast<std::uint32_t>(start->input_pos) : node.valueFrom;
    node.end = end ? static_cast<std::uint32_t>(std::max<std::size_t>(end->input_pos, node.begin)) : node.begin;
    node.props = node.begin;
    return node;
}

bool YamlReader::takeProperties(fy_token *anchor, SourceNode &node, fy_token *tag)
{
    for (fy_token *token : {anchor, tag}) {
        const fy_mark *mark = token ? fy_token_start_mark(token) : nullptr;
        if (!mark)
            continue;
        std::size_t at = mark->input_pos;
        if (token == anchor && at > 0)
            --at; // the name begins after the ampersand
        node.props = std::min(node.props, static_cast<std::uint32_t>(at));
    }
    if (anchor)
        m_tree.anchor(std::string(tokenText(anchor)));
    return true;
}

std::size_t YamlReader::findBlockHeader(std::size_t from) const
{
    for (std::size_t at = from; at < text().size(); ++at) {
        const char c = text()[at];
        if (c == '|' || c == '>')
            return at;
        if (c == '#') {
            at = text().find('\n', at);
            if (at == std::string::npos)
                break;
        } else if (c == '&' || c == '!') {
            at = text().find_first_of(" \t\r\n", at);
            if (at == std::string::npos)
                break;
        }
    }
    return from;
}

// Blank lines after a block scalar belong to what follows, unless its header keeps them (`|+`).
std::size_t YamlReader::trimBlankLines(std::size_t begin, std::size_t end) const
{
    const std::size_t header = text().find('\n', begin);
    if (header == std::string::npos || header >= end ||
        std::string_view(text()).substr(begin, header - begin).find('+') != std::string_view::npos)
        return end;
    std::size_t last = text().find_last_not_of(" \t\r\n", end - 1);
    if (last == std::string::npos || last <= header)
        return header + 1;
    const std::size_t newline = text().find('\n', last);
    return newline == std::string::npos || newline >= end ? end : newline + 1;
}

Json YamlReader::valueOf(std::string value, bool plain, std::string_view tag)
{
    const bool forced = tag == "!" || tag == "tag:yaml.org,2002:str";
    const bool typed = tag == "tag:yaml.org,2002:int" || tag == "tag:yaml.org,2002:float" ||
                       tag == "tag:yaml.org,2002:bool" || tag == "tag:yaml.org,2002:null";
    if ((plain && tag.empty()) || typed)
        return resolvePlain(value);
    if (plain && !forced)
        return resolvePlain(value);
    return value;
}

// The place and text of a block scalar; refuses one that the parser read on into what follows it.
bool YamlReader::takeBlock(SourceNode &node, std::string &value)
{
    node.begin = static_cast<std::uint32_t>(findBlockHeader(node.valueFrom));
    node.props = std::min(node.props, node.begin);
    const std::size_t entry = m_tree.atRoot() ? std::string::npos : static_cast<std::size_t>(node.valueFrom) - 1;
    BlockScalar block = readBlockScalar(text(), entry, node.begin);
    const auto lastOf = [this](std::size_t end) { return text().find_last_not_of(" \t\r\n", end - 1); };
    if (lastOf(std::max(node.end, node.begin + 1)) > lastOf(block.end))
        return m_tree.refuse(
            ErrorCode::Invalid, text().find_first_not_of(" \t\r\n", block.end),
            Texts::tr("It is not clear whether this line belongs to the text that “%1” above begins.")
                .arg(QLatin1Char(text()[node.begin])),
            Texts::tr("Indent the text by one blank more than its key, or write an empty text as \"\"."));
    node.end = static_cast<std::uint32_t>(trimBlankLines(node.begin, block.end));
    value = std::move(block.text);
    return true;
}

bool YamlReader::takeScalar(fy_event *event)
{
    SourceNode node = placeOf(event);
    takeProperties(event->scalar.anchor, node, event->scalar.tag);
    std::string value(tokenText(event->scalar.value));
    bool plain = false;
    const auto include = [&](char quote) {
        std::size_t begin = node.begin;
        std::size_t end = node.end;
        includeQuotes(quote, begin, end);
        node.props = std::min(node.props, static_cast<std::uint32_t>(begin));
        node.begin = static_cast<std::uint32_t>(begin);
        node.end = static_cast<std::uint32_t>(end);
        readBetween(value, quote, begin, end);
    };
    switch (fy_token_scalar_style(event->scalar.value)) {
    case FYSS_SINGLE_QUOTED:
        node.style = NodeStyle::SingleQuoted;
        include('\'');
        break;
    case FYSS_DOUBLE_QUOTED:
        node.style = NodeStyle::DoubleQuoted;
        include('"');
        break;
    case FYSS_LITERAL:
    case FYSS_FOLDED:
        node.style =
            fy_token_scalar_style(event->scalar.value) == FYSS_LITERAL ? NodeStyle::Literal : NodeStyle::Folded;
        if (!takeBlock(node, value))
            return false;
        break;
    default:
        plain = true;
        node.style = fy_event_start_mark(event) ? NodeStyle::Plain : NodeStyle::Empty;
        if (node.style == NodeStyle::Empty && (event->scalar.anchor || event->scalar.tag))
            m_tree.markOpaque(); // `key: !!null`
    }
    const std::string_view tag = tokenText(event->scalar.tag);
    if (plain && tag.empty() && isNonFinite(value))
        return m_tree.refuse(ErrorCode::Invalid, node.begin,
                             Texts::tr("“%1” is not a number that Sigma can store.").arg(model::toQString(value)),
                             Texts::tr("Put it in quotes when it is meant as text."));
    return m_tree.scalar(valueOf(std::move(value), plain, tag), node);
}

bool YamlReader::takeKey(fy_event *event)
{
    std::string key(tokenText(event->scalar.value));
    std::size_t begin = startOf(event);
    std::size_t end = endOf(event);
    const auto style = fy_token_scalar_style(event->scalar.value);
    if (style == FYSS_LITERAL || style == FYSS_FOLDED)
        return m_tree.refuse(ErrorCode::Unsupported, begin, Texts::tr("A key must be text on one line."),
                             Texts::tr("Write the key in quotes."));
    const bool quoted = style == FYSS_SINGLE_QUOTED || style == FYSS_DOUBLE_QUOTED;
    if (const char quote = style == FYSS_SINGLE_QUOTED ? '\'' : '"'; quoted) {
        includeQuotes(quote, begin, end);
        readBetween(key, quote, begin, end);
    }
    if (event->scalar.anchor || event->scalar.tag || !fy_event_start_mark(event)) {
        m_tree.markOpaque();
        if (!fy_event_start_mark(event))
            begin = end = previousEnd();
        return m_tree.key(std::move(key), begin, std::max(begin, end));
    }
    const SourceDocument &document = m_tree.document();
    if (m_tree.top().style == NodeStyle::BlockMap && document.lineStart(begin) != document.lineStart(end))
        m_tree.markOpaque();
    return m_tree.key(std::move(key), begin, end);
}

bool YamlReader::takeAlias(fy_event *event)
{
    if (m_tree.wantsKey())
        return m_tree.refuse(ErrorCode::Unsupported, startOf(event), Texts::tr("A key must be text, not an alias."),
                             Texts::tr("Write the key out."));
    SourceNode node = placeOf(event);
    node.style = NodeStyle::Alias;
    if (node.begin > node.valueFrom && text()[node.begin] != '*' && text()[node.begin - 1] == '*')
        --node.begin;
    node.props = node.begin;
    return m_tree.alias(std::string(tokenText(event->alias.anchor)), node);
}

bool YamlReader::takeStart(fy_event *event, fy_token *anchor, fy_token *tag, bool map)
{
    if (m_tree.wantsKey())
        return m_tree.refuse(ErrorCode::Unsupported, startOf(event),
                             Texts::tr("A key must be text, not a list or a map."),
                             Texts::tr("Write the key as text."));
    SourceNode node = placeOf(event);
    takeProperties(anchor, node, tag);
    const char first = node.begin < text().size() ? text()[node.begin] : '\0';
    const bool braces = first == (map ? '{' : '[');
    if (m_flowDepth > 0 || braces) {
        node.style = map ? NodeStyle::FlowMap : NodeStyle::FlowSeq;
        if (!braces) { // a pair without braces: [a: b]
            node.opaque = true;
            m_tree.markOpaque();
        }
        ++m_flowDepth;
    } else {
        node.style = map ? NodeStyle::BlockMap : NodeStyle::BlockSeq;
    }
    return m_tree.open(node);
}

bool YamlReader::takeEnd(fy_event *event)
{
    const bool flow = isFlowCollection(m_tree.top().style);
    if (flow)
        --m_flowDepth;
    const std::size_t end = flow && !m_tree.top().opaque ? endOf(event) : previousEnd();
    return m_tree.close(std::max<std::size_t>(end, m_tree.top().begin));
}

bool YamlReader::take(fy_event *event)
{
    switch (event->type) {
    case FYET_DOCUMENT_START:
        if (++m_documents > 1)
            return m_tree.refuse(ErrorCode::Unsupported, startOf(event),
                                 Texts::tr("The file holds more than one document."),
                                 Texts::tr("Put each workbook into a file of its own."));
        return true;
    case FYET_MAPPING_START:
        return takeStart(event, event->mapping_start.anchor, event->mapping_start.tag, true);
    case FYET_SEQUENCE_START:
        return takeStart(event, event->sequence_start.anchor, event->sequence_start.tag, false);
    case FYET_MAPPING_END:
    case FYET_SEQUENCE_END:
        return takeEnd(event);
    case FYET_SCALAR:
        return m_tree.wantsKey() ? takeKey(event) : takeScalar(event);
    case FYET_ALIAS:
        return takeAlias(event);
    default:
        return true;
    }
}

bool YamlReader::refuseSyntax(fy_diag *diag)
{
    void *iterator = nullptr;
    const fy_diag_error *first = fy_diag_errors_iterate(diag, &iterator);
    m_tree.refuse(ErrorCode::Invalid, text().size(), Texts::tr("This is not valid YAML."),
                  Texts::tr("Check the indentation and quotes at this place."));
    model::Error error = *m_tree.error();
    if (first && first->line > 0) {
        error.where.line = first->line;
        error.where.column = std::max(1, first->column);
    }
    if (first && first->msg)
        error.detail = QString::fromUtf8(first->msg).trimmed();
    if (!error.detail.isEmpty())
        error.message = Texts::tr("This is not valid YAML: %1.").arg(error.detail);
    m_tree.refuse(std::move(error));
    return false;
}

model::Result<std::shared_ptr<const SourceDocument>> YamlReader::read()
{
    fy_diag_cfg diagnostics;
    fy_diag_cfg_default(&diagnostics);
    diagnostics.fp = nullptr;
    diagnostics.colorize = false;
    const std::unique_ptr<fy_diag, DiagDeleter> diag(fy_diag_create(&diagnostics));
    fy_diag_set_collect_errors(diag.get(), true);
    fy_parse_cfg config{};
    config.flags = static_cast<fy_parse_cfg_flags>(FYPCF_QUIET | FYPCF_COLLECT_DIAG | FYPCF_DISABLE_DEPTH_LIMIT |
                                                   FYPCF_JSON_NONE | FYPCF_DEFAULT_VERSION_1_2);
    config.diag = diag.get();
    const std::unique_ptr<fy_parser, ParserDeleter> parser(fy_parser_create(&config));
    if (!parser || fy_parser_set_string(parser.get(), text().data(), text().size()) != 0)
        return model::fail(ErrorCode::Limit, Texts::tr("There is not enough memory to read this file."));
    while (fy_event *event = fy_parser_parse(parser.get())) {
        const bool ok = take(event);
        fy_parser_event_free(parser.get(), event);
        if (!ok)
            return model::fail(*m_tree.error());
    }
    if (fy_parser_get_stream_error(parser.get()))
        refuseSyntax(diag.get());
    else if (!m_tree.isDone())
        m_tree.refuse(ErrorCode::Invalid, 0, Texts::tr("The file is empty."), Texts::tr("Is it the right file?"));
    if (m_tree.error())
        return model::fail(*m_tree.error());
    return m_tree.finish();
}

} // namespace

model::Result<std::shared_ptr<const SourceDocument>> readYaml(std::string text, const ParseLimits &limits)
{
    return YamlReader(std::move(text), limits).read();
}

} // namespace tessera::adapters
