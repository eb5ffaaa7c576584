// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/codec/modernize.h"

#include "adapters/codec/modernize_steps.h"
#include "model/base/pointer.h"
#include "model/base/text.h"

namespace tessera::adapters {

using model::Collection;
using model::Json;
using model::Object;

namespace {

class Modernizer
{
public:
    explicit Modernizer(const model::Workbook &workbook) { m_out.workbook = workbook; }
    Modernized run();

private:
    void rewriteObjects(Collection collection);
    void rewriteContents(const char *key);
    void record(model::Scope scope, const model::Key &key, const std::string &root, const Json &before,
                const Json &after, const std::vector<ModernizeNote> &notes, const std::string &element);

    Modernized m_out;
};

void Modernizer::record(model::Scope scope, const model::Key &key, const std::string &root, const Json &before,
                        const Json &after, const std::vector<ModernizeNote> &notes, const std::string &element)
{
    for (const ModernizeNote &note : notes) {
        model::Diagnostic step;
        step.severity = model::Severity::Info;
        step.rule = std::string("import.") + note.step;
        step.message = note.message;
        step.target = {scope, key, root + note.path, 0};
        step.element = element;
        m_out.steps.append(std::move(step));
    }
    if (!root.empty()) {
        m_out.changes.push_back(model::SetProperty{scope, key, root, before, after, -1});
        return;
    }
    // One change for each key that differs: a history that shows what was rewritten.
    for (const auto &[name, value] : after.get_ref<const Json::object_t &>()) {
        const Json *old = model::member(before, name);
        if (!old || *old != value)
            m_out.changes.push_back(model::SetProperty{scope, key, model::joinPointer({}, name),
                                                       old ? std::optional<Json>(*old) : std::nullopt, value, -1});
    }
    for (const auto &[name, value] : before.get_ref<const Json::object_t &>()) {
        if (!model::member(after, name))
            m_out.changes.push_back(model::SetProperty{scope, key, model::joinPointer({}, name), value, std::nullopt,
                                                       model::positionOf(before, model::joinPointer({}, name))});
    }
}

void Modernizer::rewriteObjects(Collection collection)
{
    model::ObjectList &list = m_out.workbook.list(collection);
    for (int i = 0; i < list.size(); ++i) {
        const Object object = list.at(i);
        if (!object.body().is_object())
            continue;
        Json body = object.body();
        const auto notes = modernizeBody(body, object.kind(), collection == Collection::Elements);
        if (notes.empty())
            continue;
        record(model::scopeOf(collection), object.key(), {}, object.body(), body, notes, object.id());
        list.replace(i, object.withBody(std::move(body)));
    }
}

void Modernizer::rewriteContents(const char *key)
{
    const Json *before = model::member(m_out.workbook.contents, key);
    if (!before)
        return;
    Json after = *before;
    const auto notes = modernizeContents(after, key);
    if (notes.empty())
        return;
    record(model::Scope::Contents, {}, model::joinPointer({}, key), *before, after, notes, {});
    m_out.workbook.contents[key] = std::move(after);
}

Modernized Modernizer::run()
{
    for (const Collection collection : model::allCollections)
        rewriteObjects(collection);
    for (const char *key : {"settings", "agents", "automatedActions"})
        rewriteContents(key);
    return std::move(m_out);
}

} // namespace

Modernized modernizeWorkbook(const model::Workbook &workbook)
{
    return Modernizer(workbook).run();
}

} // namespace tessera::adapters
