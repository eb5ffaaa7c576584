// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/codec/wire.h"

#include <algorithm>

#include <QCoreApplication>
#include <QSet>

#include "adapters/codec/envelope_reader.h"
#include "adapters/codec/layout_xml.h"
#include "adapters/codec/source_document.h"
#include "model/base/text.h"

namespace tessera::adapters {

using model::Collection;
using model::Json;
using model::NodeId;
using model::Object;
using model::Workbook;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::adapters::Wire)
};

// Pages and dialogs may carry the same key.
model::Key blockName(Collection collection, const Object &block)
{
    return (collection == Collection::Overlays ? "dialog " : "page ") + block.key();
}

class WireBuilder
{
public:
    WireBuilder(const Workbook &workbook, const WireRequest &request);
    model::Result<Piece> build();

private:
    void decideShape();
    Piece buildContents(int origin);
    Piece buildList(Collection collection, int origin);
    Piece buildBlock(Collection collection, const Object &object);
    Piece blockItem(const Object &object, int origin, const std::vector<const Object *> &nested, bool list);
    Piece layoutPiece(int origin) const;
    void appendFlat(Piece &out, const Piece &contents) const;
    void flattenTheme(Piece &contents, int origin) const;
    void addMissing(Piece &contents) const;
    int originOf(Collection collection, const Object &object) const;
    std::string pageOf(const Object &element) const;
    bool listConflict(Collection collection) const;

    const SourceDocument *doc() const { return m_source; }

    const Workbook &m_workbook;
    const WireRequest &m_request;
    const SourceDocument *m_source = nullptr;
    const SourceMap *m_map = nullptr;
    bool m_nest = false;            // elements inside pages
    QSet<model::Key> m_listed;      // elements that stay in the list of the content although others are nested
    QSet<model::Key> m_dialogPages; // overlays that stand among the pages
    QHash<model::Key, std::vector<const Object *>> m_elementsOf; // block -> its elements, when nested
    QHash<int, model::Key> m_blockAt;                            // node of the old file -> block
    std::vector<const Object *> m_loose;                         // elements of the content's own list
};

WireBuilder::WireBuilder(const Workbook &workbook, const WireRequest &request)
    : m_workbook(workbook)
    , m_request(request)
{
    if (request.original) {
        m_map = request.original->sources.get();
        m_source = &m_map->document();
    }
}

int WireBuilder::originOf(Collection collection, const Object &object) const
{
    return m_map ? m_map->objectNode(collection, object.key()) : -1;
}

// The key of the block an element is to be nested in: where the file had it as long as the layout agrees with that,
// else the block the layout names. "" for elements that no page or dialog holds.
std::string WireBuilder::pageOf(const Object &element) const
{
    const NodeId node = m_workbook.layout.findElement(element.id());
    const NodeId block = m_workbook.layout.blockOf(node);
    const model::LayoutNode *blockNode = m_workbook.layout.node(block);
    const std::string now = blockNode ? blockNode->ref : std::string();
    const int origin = m_request.keepShape ? originOf(Collection::Elements, element) : -1;
    if (origin >= 0) {
        const model::LayoutTree &old = m_request.original->workbook.layout;
        const model::LayoutNode *oldBlock = old.node(old.blockOf(old.findElement(element.id())));
        const int list = m_source->node(origin).parent;
        const int page = list >= 0 && m_source->keyOf(list) == "elements" ? m_source->node(list).parent : -1;
        if ((oldBlock ? oldBlock->ref : std::string()) == now && page >= 0)
            return m_blockAt.value(page);
    }
    for (const Collection collection : {Collection::Pages, Collection::Overlays}) {
        if (const Object *holder = now.empty() ? nullptr : m_workbook.list(collection).findById(now))
            return blockName(collection, *holder);
    }
    return {};
}

void WireBuilder::decideShape()
{
    const bool flat = m_request.envelope == Envelope::Flat;
    bool nestedBefore = false;
    bool listedBefore = false;
    if (m_request.keepShape) {
        const int list = m_source->child(m_map->contentsNode(), std::string_view("elements"));
        listedBefore = list >= 0;
        for (const Object &element : m_request.original->workbook.elements) {
            const int origin = originOf(Collection::Elements, element);
            nestedBefore = nestedBefore || (origin >= 0 && m_source->node(origin).parent != list);
            if (origin >= 0 && m_source->node(origin).parent == list)
                m_listed.insert(element.key());
        }
    }
    m_nest = m_request.keepShape ? (nestedBefore || (flat && !listedBefore)) : flat;
    const int pages = m_map ? m_source->child(m_map->contentsNode(), std::string_view("pages")) : -1;
    bool dialogsBefore = false;
    for (const Object &overlay : m_workbook.overlays) {
        const int origin = originOf(Collection::Overlays, overlay);
        if (m_request.keepShape && origin >= 0 && m_source->node(origin).parent == pages) {
            m_dialogPages.insert(overlay.key());
            dialogsBefore = true;
        }
    }
    for (const Object &overlay : m_workbook.overlays) {
        const bool typed = isOverlayType(model::stringMember(overlay.body(), "type"));
        const bool fresh = originOf(Collection::Overlays, overlay) < 0;
        if (typed && (m_request.keepShape ? fresh && (dialogsBefore || (flat && m_nest)) : flat))
            m_dialogPages.insert(overlay.key());
    }
}

bool WireBuilder::listConflict(Collection collection) const
{
    const Json *kept = model::member(m_workbook.contents, model::wireKey(collection));
    return kept && !kept->is_null() && !m_workbook.list(collection).isEmpty();
}

Piece WireBuilder::blockItem(const Object &object, int origin, const std::vector<const Object *> &nested, bool list)
{
    if (!list || !object.body().is_object())
        return Piece::of(object.body(), origin);
    Piece out = Piece::object(origin);
    const int oldList = origin >= 0 ? m_source->child(origin, std::string_view("elements")) : -1;
    for (const auto &[key, value] : membersOf(object.body()))
        out.members.emplace_back(key, Piece::of(value, origin >= 0 ? m_source->child(origin, key) : -1));
    Piece elements = Piece::array(oldList);
    for (const Object *element : nested)
        elements.items.push_back(Piece::of(element->body(), originOf(Collection::Elements, *element)));
    // Where the file had it, else at the end.
    std::size_t at = out.members.size();
    if (oldList >= 0) {
        for (std::size_t i = 0; i < out.members.size(); ++i) {
            const int before = out.members[i].second.origin;
            if (before >= 0 && m_source->node(before).parent == origin &&
                m_source->node(before).index > m_source->node(oldList).index) {
                at = i;
                break;
            }
        }
    }
    out.members.insert(out.members.begin() + static_cast<std::ptrdiff_t>(at),
                       {std::string("elements"), std::move(elements)});
    return out;
}

Piece WireBuilder::buildBlock(Collection collection, const Object &object)
{
    const int origin = originOf(collection, object);
    const int oldList = m_request.keepShape && origin >= 0 ? m_source->child(origin, std::string_view("elements")) : -1;
    const bool hadList = oldList >= 0 && m_source->node(oldList).value->is_array();
    const bool holds = collection != Collection::Panels;
    const std::vector<const Object *> nested = m_elementsOf.value(holds ? blockName(collection, object) : model::Key());
    const bool list = m_nest && holds && (!nested.empty() || hadList || !m_request.keepShape);
    return blockItem(object, origin, nested, (list || hadList) && !model::member(object.body(), "elements"));
}

Piece WireBuilder::buildList(Collection collection, int origin)
{
    Piece out = Piece::array(origin);
    if (collection == Collection::Elements) {
        for (const Object *element : m_loose)
            out.items.push_back(Piece::of(element->body(), originOf(collection, *element)));
        return out;
    }
    for (const Object &object : m_workbook.list(collection)) {
        if (collection != Collection::Overlays || !m_dialogPages.contains(object.key()))
            out.items.push_back(buildBlock(collection, object));
    }
    if (collection != Collection::Pages)
        return out;
    // Dialogs among the pages: where the file had them, new ones at the end.
    for (const Object &dialog : m_workbook.overlays) {
        if (!m_dialogPages.contains(dialog.key()))
            continue;
        Piece piece = buildBlock(Collection::Overlays, dialog);
        auto at = out.items.end();
        if (m_request.keepShape && piece.origin >= 0) {
            const int index = m_source->node(piece.origin).index;
            at = std::find_if(out.items.begin(), out.items.end(), [&](const Piece &other) {
                return other.origin >= 0 && m_source->node(other.origin).index > index;
            });
        }
        out.items.insert(at, std::move(piece));
    }
    return out;
}

Piece WireBuilder::layoutPiece(int origin) const
{
    return Piece::make(m_request.layout, origin);
}

Piece WireBuilder::buildContents(int origin)
{
    Piece out = Piece::object(origin);
    QSet<QByteArray> done;
    const auto add = [&](const std::string &key, Piece piece) {
        out.members.emplace_back(key, std::move(piece));
        done.insert(QByteArray::fromStdString(key));
    };
    const auto childOf = [&](std::string_view key) { return origin >= 0 ? m_source->child(origin, key) : -1; };
    const auto structural = [&](std::string_view key) -> std::optional<Collection> {
        for (const Collection c : model::allCollections) {
            if (key == model::wireKey(c))
                return c;
        }
        return std::nullopt;
    };
    for (const auto &[key, value] : membersOf(m_workbook.contents)) {
        const auto collection = structural(key);
        const int child = childOf(key);
        const bool replaced = key == "layout" && !m_request.layout.empty(); // even over something that is no text
        if (!replaced && (!value.is_null() || (!collection && key != "layout"))) {
            add(key, Piece::of(value, child));
        } else if (collection) {
            Piece list = buildList(*collection, child);
            // An empty list that the file wrote as null, or one that only nesting emptied.
            const bool wasNull = child >= 0 && m_source->node(child).value->is_null();
            if (list.items.empty() && wasNull && m_request.keepShape)
                add(key, Piece::of(*m_source->node(child).value, child));
            else if (!list.items.empty() ||
                     (collection != Collection::Elements && collection != Collection::Overlays) || !m_nest ||
                     m_request.keepShape)
                add(key, std::move(list));
        } else {
            const bool wasNull = child >= 0 && m_source->node(child).value->is_null();
            if (wasNull && m_request.layout.empty())
                add(key, Piece::of(*m_source->node(child).value, child));
            else
                add(key, layoutPiece(child));
        }
    }
    for (const Collection collection :
         {Collection::Elements, Collection::Pages, Collection::Overlays, Collection::Panels}) {
        const std::string key(model::wireKey(collection));
        if (done.contains(QByteArray::fromStdString(key)))
            continue;
        Piece list = buildList(collection, childOf(key));
        const bool always = collection == Collection::Pages || (collection == Collection::Elements && !m_nest);
        if (!list.items.empty() || (always && !m_request.keepShape))
            add(key, std::move(list));
    }
    if (!done.contains("layout") && !m_request.layout.empty())
        add("layout", layoutPiece(childOf("layout")));
    return out;
}

// Settings as a flat file has them: the theme's name and overrides at the top.
void WireBuilder::flattenTheme(Piece &contents, int origin) const
{
    const auto at = std::find_if(contents.members.begin(), contents.members.end(),
                                 [](const auto &m) { return m.first == "settings"; });
    if (at == contents.members.end() || at->second.kind != Piece::Kind::Value || !at->second.value->is_object())
        return;
    Json settings = *at->second.value;
    const Json *theme = model::member(settings, "theme");
    if (!theme || !theme->is_object())
        return;
    std::vector<Piece::Member> moved;
    Json rest = *theme;
    for (const auto &[flat, key] :
         {std::pair<std::string, std::string>{"themeName", "name"}, {"themeOverrides", "overrides"}}) {
        const Json *value = model::member(*theme, key);
        if (!value || contents.member(flat))
            continue;
        int from = origin >= 0 ? m_source->child(origin, std::string_view(flat)) : -1;
        if (from < 0 && origin >= 0) {
            const int oldSettings = m_source->child(origin, std::string_view("settings"));
            const int oldTheme = m_source->child(oldSettings, std::string_view("theme"));
            from = m_source->child(oldTheme, std::string_view(key));
        }
        moved.emplace_back(flat, Piece::make(*value, from));
        rest.erase(key);
    }
    if (moved.empty())
        return;
    const int settingsOrigin = at->second.origin;
    if (rest.empty())
        settings.erase("theme");
    else
        settings["theme"] = std::move(rest);
    auto place = contents.members.erase(at);
    if (!settings.empty())
        place = std::next(contents.members.insert(
            place, {std::string("settings"), Piece::make(std::move(settings), settingsOrigin)}));
    contents.members.insert(place, std::make_move_iterator(moved.begin()), std::make_move_iterator(moved.end()));
}

// What the newer envelopes require and a flat file never says.
void WireBuilder::addMissing(Piece &contents) const
{
    if (contents.member("kind"))
        return;
    auto at = std::find_if(contents.members.begin(), contents.members.end(),
                           [](const auto &m) { return m.first == "schemaVersion"; });
    contents.members.insert(at == contents.members.end() ? contents.members.begin() : std::next(at),
                            {std::string("kind"), Piece::make("workbook")});
}

// The content's keys follow the outer ones; a known key comes first, so that a reader can tell unknown ones apart.
void WireBuilder::appendFlat(Piece &out, const Piece &contents) const
{
    std::vector<Piece::Member> members = contents.members;
    if (!m_request.keepShape) {
        const auto known =
            std::find_if(members.begin(), members.end(), [](const auto &m) { return isContentKey(m.first); });
        if (known != members.end())
            std::rotate(members.begin(), known, std::next(known));
        std::erase_if(members, [](const auto &m) {
            return m.first == "kind" && m.second.kind == Piece::Kind::Value && *m.second.value == Json("workbook");
        });
    }
    for (auto &member : members) {
        if (!out.member(member.first)) // `name` within the content: the outer one counts
            out.members.push_back(std::move(member));
    }
    if (!m_request.keepShape || !m_map || m_map->metaNode() != m_map->contentsNode())
        return;
    // Saving: every key stands where the file has it.
    const int root = m_map->metaNode();
    std::vector<Piece::Member> ordered;
    std::vector<Piece::Member> fresh;
    for (auto &member : out.members) {
        const int origin = m_source->child(root, std::string_view(member.first));
        const auto index = origin < 0 ? -1 : m_source->node(origin).index;
        const auto at =
            index < 0 ? ordered.end() : std::find_if(ordered.begin(), ordered.end(), [&](const auto &other) {
                const int o = m_source->child(root, std::string_view(other.first));
                return o >= 0 && m_source->node(o).index > index;
            });
        ordered.insert(at, std::move(member));
    }
    out.members = std::move(ordered);
}

model::Result<Piece> WireBuilder::build()
{
    for (const Collection collection : model::allCollections) {
        if (listConflict(collection))
            return model::fail(model::ErrorCode::Conflict,
                               Texts::tr("“%1” of the file is not a list, so the new entries have no place.")
                                   .arg(model::toQString(model::wireKey(collection))),
                               Texts::tr("Correct it in the file first; it would be lost otherwise."));
    }
    decideShape();
    QSet<model::Key> blocks;
    for (const Collection collection : {Collection::Pages, Collection::Overlays}) {
        for (const Object &block : m_workbook.list(collection)) {
            if (!block.body().is_object() || model::member(block.body(), "elements"))
                continue; // it cannot hold a list of elements
            blocks.insert(blockName(collection, block));
            if (const int node = originOf(collection, block); node >= 0)
                m_blockAt.insert(node, blockName(collection, block));
        }
    }
    for (const Object &element : m_workbook.elements) {
        const std::string page =
            m_nest && !(m_request.keepShape && m_listed.contains(element.key())) ? pageOf(element) : std::string();
        if (!page.empty() && blocks.contains(page) && element.body().is_object())
            m_elementsOf[page].push_back(&element);
        else
            m_loose.push_back(&element);
    }
    const bool flat = m_request.envelope == Envelope::Flat;
    const int contentsOrigin = m_map ? m_map->contentsNode() : -1;
    const int metaOrigin = m_map ? m_map->metaNode() : -1;
    Piece contents = buildContents(contentsOrigin);
    Piece root = Piece::object(metaOrigin);
    const std::string own = m_request.envelope == Envelope::Document ? "document" : "contents";
    for (const auto &[key, value] : membersOf(m_workbook.meta)) {
        // A stray outer key that the content has, too, or that now names the content: Sigma ignores it, and a key
        // given twice could not be read again.
        if (flat ? contents.member(key) && !isMetaKey(key) : key == own)
            continue;
        root.members.emplace_back(key, Piece::of(value, metaOrigin >= 0 ? m_source->child(metaOrigin, key) : -1));
    }
    if (flat) {
        flattenTheme(contents, contentsOrigin);
        appendFlat(root, contents);
        return root;
    }
    if (!m_request.keepShape)
        addMissing(contents);
    const bool sameRoot = contentsOrigin == metaOrigin;
    if (sameRoot)
        contents.origin = -1; // a flat file has no such map
    auto at = root.members.end();
    if (!sameRoot && contentsOrigin >= 0) {
        at = std::find_if(root.members.begin(), root.members.end(), [&](const auto &m) {
            return m.second.origin >= 0 && m_source->node(m.second.origin).index > m_source->node(contentsOrigin).index;
        });
    }
    root.members.insert(at, {own, std::move(contents)});
    return root;
}

} // namespace

Piece Piece::of(const Json &value, int origin)
{
    Piece out;
    out.value = &value;
    out.origin = origin;
    return out;
}

Piece Piece::make(Json value, int origin)
{
    Piece out;
    out.owned = std::make_shared<const Json>(std::move(value));
    out.value = out.owned.get();
    out.origin = origin;
    return out;
}

Piece Piece::object(int origin)
{
    Piece out;
    out.kind = Kind::Object;
    out.origin = origin;
    return out;
}

Piece Piece::array(int origin)
{
    Piece out;
    out.kind = Kind::Array;
    out.origin = origin;
    return out;
}

Piece *Piece::member(std::string_view key)
{
    for (auto &[name, piece] : members) {
        if (name == key)
            return &piece;
    }
    return nullptr;
}

Json toJson(const Piece &piece)
{
    if (piece.kind == Piece::Kind::Value)
        return *piece.value;
    if (piece.kind == Piece::Kind::Array) {
        Json out = Json::array();
        for (const Piece &item : piece.items)
            out.push_back(toJson(item));
        return out;
    }
    Json out = Json::object();
    auto &members = membersOf(out);
    for (const auto &[key, member] : piece.members)
        members.emplace_back(key, toJson(member));
    return out;
}

model::Result<Piece> buildWire(const Workbook &workbook, const WireRequest &request)
{
    return WireBuilder(workbook, request).build();
}

} // namespace tessera::adapters
