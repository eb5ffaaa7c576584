// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/codec/envelope_reader.h"

#include <algorithm>
#include <array>

#include <QCoreApplication>

#include "adapters/codec/layout_xml.h"
#include "adapters/codec/nested_placement.h"
#include "adapters/codec/scalar_positions.h"
#include "model/base/text.h"

namespace tessera::adapters {

using model::Collection;
using model::Diagnostic;
using model::ErrorCode;
using model::Json;
using model::Object;
using model::Severity;
using model::Workbook;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::adapters::EnvelopeReader)
};

template <std::size_t N>
bool isOneOf(std::string_view text, const std::array<std::string_view, N> &words)
{
    return std::find(words.begin(), words.end(), text) != words.end();
}

constexpr int mostStrays = 20; // enough to act on

// The keys of a file are unique; the map's own insertion looks for each of them first, which is quadratic.
void append(Json &object, const std::string &key, Json value)
{
    membersOf(object).emplace_back(key, std::move(value));
}

class EnvelopeReader
{
public:
    EnvelopeReader(std::shared_ptr<const SourceDocument> document, const QString &path);
    model::Result<LoadedWorkbook> read();

private:
    model::Result<void> findEnvelope();
    void splitFlat();
    void readContentKey(const std::string &key, int node);
    void readList(Collection collection, int node);
    void readPage(int node);
    using Body = std::shared_ptr<const Json>;
    void addObject(Collection collection, Body body, int node);
    // Not copied: a hostile file of a hundred thousand elements is held once.
    Body bodyOf(int node) const { return Body(m_document, doc().node(node).value); }
    Body withoutNested(int node);
    void readLayout(int node);
    void moveTheme();
    void placeNested();
    void reportSteps();
    void notice(Severity severity, const char *rule, QString message, QString hint, int node);
    void olderForm(bool taken, const char *step, const char *rule, QString message, int node);
    model::Unexpected noWorkbook(int node, QString message) const;

    const SourceDocument &doc() const { return *m_document; }
    Workbook &workbook() { return m_out.workbook; }

    std::shared_ptr<const SourceDocument> m_document;
    std::shared_ptr<SourceMap> m_sources;
    LoadedWorkbook m_out;
    std::vector<NestedElement> m_nested;
    int m_contentsNode = -1;
    int m_nestedCount = 0;
    int m_firstNested = -1;
    int m_dialogCount = 0;
    int m_firstDialog = -1;
    bool m_layoutRead = true;
};

EnvelopeReader::EnvelopeReader(std::shared_ptr<const SourceDocument> document, const QString &path)
    : m_document(std::move(document))
    , m_sources(std::make_shared<SourceMap>(m_document, path))
{
    m_out.path = path;
    m_out.text = m_document->text();
    m_out.format = m_document->isJson() ? Format::Json : Format::Yaml;
}

model::Unexpected EnvelopeReader::noWorkbook(int node, QString message) const
{
    model::Location where;
    const auto position = doc().position(doc().node(node).begin);
    where.line = position.line;
    where.column = position.column;
    return model::fail(
        ErrorCode::Invalid, std::move(message),
        Texts::tr("A workbook has its pages and elements under “contents”, under “document”, or at the top."), where);
}

void EnvelopeReader::notice(Severity severity, const char *rule, QString message, QString hint, int node)
{
    Diagnostic diagnostic;
    diagnostic.severity = severity;
    diagnostic.rule = rule;
    diagnostic.message = std::move(message);
    diagnostic.hint = std::move(hint);
    diagnostic.where.file = m_out.path;
    diagnostic.where.pointer = doc().pointerTo(node);
    const SourceNode &at = doc().node(node);
    const auto position = doc().position(at.hasKey() ? at.keyBegin : at.begin);
    diagnostic.where.line = position.line;
    diagnostic.where.column = position.column;
    m_out.notices.append(std::move(diagnostic));
}

// What is read in an older form is a step of the import where the envelope of the file is as old, and an error where
// Sigma takes that envelope but no longer the form in it.
void EnvelopeReader::olderForm(bool taken, const char *step, const char *rule, QString message, int node)
{
    if (taken)
        notice(Severity::Info, step, std::move(message), {}, node);
    else
        notice(Severity::Error, rule, std::move(message),
               Texts::tr("Sigma no longer takes this in the envelope of this file. Packages, and “tessera convert "
                         "--envelope contents”, write it in today's form."),
               node);
}

model::Result<void> EnvelopeReader::findEnvelope()
{
    const int root = doc().root();
    if (!doc().value().is_object())
        return noWorkbook(root, Texts::tr("This file holds no workbook: a map of keys should stand at the top."));
    const auto &members = membersOf(doc().value());
    const bool flat = std::any_of(members.begin(), members.end(), [](const auto &m) { return isContentKey(m.first); });
    const auto isMap = [&](const char *key) {
        const int node = doc().child(root, std::string_view(key));
        return node >= 0 && doc().node(node).value->is_object();
    };
    const bool elsewhere = flat || isMap("contents") || isMap("document");
    for (const auto &[key, envelope] : {std::pair{"contents", Envelope::Contents}, {"document", Envelope::Document}}) {
        const int node = doc().child(root, std::string_view(key));
        if (node < 0)
            continue;
        if (!isMap(key) && elsewhere)
            continue; // a stray key of that name: the content stands at the top, or under the other
        if (!isMap(key))
            return noWorkbook(node, Texts::tr("“%1” should be a map of keys.").arg(QLatin1String(key)));
        m_out.envelope = envelope;
        m_contentsNode = node;
        return {};
    }
    if (!flat)
        return noWorkbook(root, Texts::tr("This file holds no workbook: it has no pages, elements or layout."));
    m_out.envelope = Envelope::Flat;
    m_contentsNode = root;
    return {};
}

// Unknown keys of a flat file belong to the content once a content key has been seen: the order our writer keeps.
void EnvelopeReader::splitFlat()
{
    bool content = false;
    for (int n = doc().node(doc().root()).firstChild; n >= 0; n = doc().node(n).next) {
        const std::string key = doc().keyOf(n);
        content = content || isContentKey(key);
        if (isMetaKey(key) || !content)
            append(workbook().meta, key, *doc().node(n).value);
        else
            readContentKey(key, n);
    }
}

void EnvelopeReader::addObject(Collection collection, Body body, int node)
{
    model::ObjectList &list = workbook().list(collection);
    const model::Key key = list.freeKey(model::stringMember(*body, "id"));
    list.append(Object::within(key, std::move(body)));
    m_sources->setObjectNode(collection, key, node);
}

// The body of a page without its elements, which move to the workbook's list.
EnvelopeReader::Body EnvelopeReader::withoutNested(int node)
{
    const Json &body = *doc().node(node).value;
    const int elements = doc().child(node, std::string_view("elements"));
    if (elements < 0 || !doc().node(elements).value->is_array())
        return bodyOf(node);
    Json out = Json::object();
    for (const auto &[key, value] : membersOf(body)) {
        if (key != "elements")
            membersOf(out).emplace_back(key, value);
    }
    if (m_firstNested < 0)
        m_firstNested = elements;
    for (int n = doc().node(elements).firstChild; n >= 0; n = doc().node(n).next) {
        const int before = workbook().elements.size();
        addObject(Collection::Elements, bodyOf(n), n);
        m_nested.push_back({workbook().elements.at(before).key(), model::stringMember(body, "id")});
        ++m_nestedCount;
    }
    return std::make_shared<const Json>(std::move(out));
}

void EnvelopeReader::readPage(int node)
{
    const Json &body = *doc().node(node).value;
    const bool dialog = isOverlayType(model::stringMember(body, "type"));
    if (dialog && m_dialogCount++ == 0)
        m_firstDialog = node;
    addObject(dialog ? Collection::Overlays : Collection::Pages, withoutNested(node), node);
}

void EnvelopeReader::readList(Collection collection, int node)
{
    const std::string key(model::wireKey(collection));
    const Json &value = *doc().node(node).value;
    if (!value.is_array() && !value.is_null()) {
        append(workbook().contents, key, value);
        notice(Severity::Error, "file.list",
               Texts::tr("“%1” should be a list; it is kept as it is and not shown.").arg(model::toQString(key)),
               Texts::tr("Write it as a list of entries."), node);
        return;
    }
    append(workbook().contents, key, nullptr);
    if (value.is_null() && (collection == Collection::Elements || collection == Collection::Pages))
        notice(Severity::Error,
               collection == Collection::Elements ? "structure.elements-missing" : "structure.pages-missing",
               Texts::tr("“%1” is empty; Sigma wants a list, if only one without entries.").arg(model::toQString(key)),
               Texts::tr("Write it as []."), node);
    int strays = 0;
    for (int n = doc().node(node).firstChild; n >= 0; n = doc().node(n).next) {
        if (!doc().node(n).value->is_object() && ++strays <= mostStrays)
            notice(Severity::Error, "file.entry",
                   Texts::tr("An entry of “%1” is no map of keys; it is kept as it is.").arg(model::toQString(key)),
                   Texts::tr("Remove it, or write it as a map with an id."), n);
        if (collection == Collection::Pages)
            readPage(n);
        else if (collection == Collection::Overlays)
            addObject(collection, withoutNested(n), n);
        else
            addObject(collection, bodyOf(n), n);
    }
    if (strays > mostStrays)
        notice(Severity::Error, "file.entry",
               Texts::tr("%n more entries of “%1” are no maps of keys either.", nullptr, strays - mostStrays)
                   .arg(model::toQString(key)),
               Texts::tr("Remove them, or write them as maps with an id."), node);
}

void EnvelopeReader::readLayout(int node)
{
    const Json &value = *doc().node(node).value;
    if (!value.is_string()) {
        append(workbook().contents, "layout", value);
        m_sources->setLayout(node, nullptr);
        if (!value.is_null())
            notice(Severity::Error, "file.layout",
                   Texts::tr("The layout should be one text; it is kept as it is and not shown."),
                   Texts::tr("Write it as text with one tag for each element."), node);
        return;
    }
    append(workbook().contents, "layout", nullptr);
    LayoutRead read = takeLayoutApart(value.get_ref<const std::string &>(), m_document);
    workbook().layout = std::move(read.tree);
    std::vector<std::uint32_t> begins;
    for (const XmlElement &element : read.source->xml.elements)
        begins.push_back(element.begin);
    read.source->places = positionsInScalar(doc(), node, begins);
    m_sources->setLayout(node, read.source);
    m_layoutRead = read.problems.empty();
    for (const XmlProblem &problem : read.problems) {
        notice(Severity::Error, "file.layout",
               Texts::tr("The layout cannot be read completely: %1").arg(problem.message),
               Texts::tr("Its text is kept as it is until the layout is changed here."), node);
        const model::Location where = m_sources->locateInLayoutText(problem.offset);
        m_out.notices.last().where.line = where.line;
        m_out.notices.last().where.column = where.column;
    }
    if (read.source->usesLegacyTags)
        olderForm(m_out.envelope == Envelope::Flat, "import.layout-tags", "layout.wrong-tag",
                  Texts::tr("The layout uses the older names LayoutElement and GridContainer; both are read."), node);
    if (read.source->usesOverlayTags)
        notice(Severity::Warning, "import.overlay-tags",
               Texts::tr("The layout shows an overlay under the tag Overlay; it is read like a page."),
               Texts::tr("Sigma has returned this tag; what it takes is Page. Converting writes it so."), node);
}

void EnvelopeReader::readContentKey(const std::string &key, int node)
{
    for (const Collection collection : model::allCollections) {
        if (key == model::wireKey(collection))
            return readList(collection, node);
    }
    if (key == "layout")
        return readLayout(node);
    append(workbook().contents, key, *doc().node(node).value);
}

// A flat file has its theme at the top; everywhere else, and in memory, it is part of the settings.
void EnvelopeReader::moveTheme()
{
    if (m_out.envelope != Envelope::Flat)
        return;
    bool moved = false;
    for (const auto &[flat, key] : {std::pair{"themeName", "name"}, {"themeOverrides", "overrides"}}) {
        const Json *value = model::member(workbook().contents, flat);
        if (!value)
            continue;
        const Json *settings = model::member(workbook().contents, "settings");
        const Json *theme = settings ? model::member(*settings, "theme") : nullptr;
        const bool taken =
            (settings && !settings->is_object()) || (theme && (!theme->is_object() || model::member(*theme, key)));
        if (taken)
            continue; // said twice: both stay where they are
        Json copy = *value;
        workbook().contents.erase(flat);
        workbook().contents["settings"]["theme"][key] = std::move(copy);
        if (!moved)
            notice(Severity::Info, "import.theme",
                   Texts::tr("The theme stands at the top of the file; it is read as part of the settings."), {},
                   doc().child(doc().root(), std::string_view(flat)));
        moved = true;
    }
}

void EnvelopeReader::placeNested()
{
    if (!m_layoutRead || m_nested.empty())
        return;
    const int placed = placeNestedElements(workbook(), m_nested);
    if (placed > 0)
        notice(Severity::Info, "import.place-nested",
               Texts::tr("%n element(s) stand in a page but not in the layout; they are placed below each other there.",
                         nullptr, placed),
               {}, m_firstNested);
}

void EnvelopeReader::reportSteps()
{
    const bool taken = m_out.envelope != Envelope::Contents;
    if (m_nestedCount == 0 && m_firstNested >= 0 && !taken)
        olderForm(false, {}, "structure.nested-elements",
                  Texts::tr("A page carries a list of elements, if an empty one."), m_firstNested);
    if (m_nestedCount > 0)
        olderForm(
            taken, "import.nested-elements", "structure.nested-elements",
            Texts::tr("%n element(s) stand inside their pages, as older files have them.", nullptr, m_nestedCount),
            m_firstNested);
    if (m_dialogCount > 0)
        olderForm(taken, "import.modal-pages", "structure.block-type",
                  Texts::tr("%n dialog(s) stand among the pages, as older files have them.", nullptr, m_dialogCount),
                  m_firstDialog);
}

model::Result<LoadedWorkbook> EnvelopeReader::read()
{
    if (auto found = findEnvelope(); !found)
        return model::fail(found.error());
    m_sources->setRoots(doc().root(), m_contentsNode);
    if (m_out.envelope == Envelope::Flat) {
        splitFlat();
    } else {
        for (int n = doc().node(doc().root()).firstChild; n >= 0; n = doc().node(n).next) {
            if (n != m_contentsNode)
                append(workbook().meta, doc().keyOf(n), *doc().node(n).value);
        }
        for (int n = doc().node(m_contentsNode).firstChild; n >= 0; n = doc().node(n).next)
            readContentKey(doc().keyOf(n), n);
    }
    moveTheme();
    placeNested();
    reportSteps();
    m_out.sources = m_sources;
    return std::move(m_out);
}

} // namespace

bool isMetaKey(std::string_view key)
{
    static constexpr std::array<std::string_view, 12> keys = {
        "name",    "folderId",  "description", "workbookId", "url",      "documentVersion", "latestDocumentVersion",
        "ownerId", "createdBy", "updatedBy",   "createdAt",  "updatedAt"};
    return isOneOf(key, keys);
}

bool isContentKey(std::string_view key)
{
    static constexpr std::array<std::string_view, 12> keys = {
        "schemaVersion", "kind",   "elements",         "pages",     "overlays",      "panels", "layout",
        "settings",      "agents", "automatedActions", "themeName", "themeOverrides"};
    return isOneOf(key, keys);
}

bool isOverlayType(std::string_view type)
{
    return type == "modal" || type == "drawer" || type == "popover";
}

model::Result<LoadedWorkbook> openEnvelope(std::shared_ptr<const SourceDocument> document, const QString &path)
{
    return EnvelopeReader(std::move(document), path).read();
}

} // namespace tessera::adapters
