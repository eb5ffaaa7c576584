// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/preview/preview_card.h"
#include "designer/preview/preview_page.h"
#include "designer/session/live_cause.h"
#include "designer/session/live_pictures.h"
#include "designer/session/session.h"
#include "model/workbook/look/content_look.h"
#include "model/workbook/views/element_view.h"

namespace tessera::designer {

ActionPlace PreviewPage::placeFor(const model::Object &host) const
{
    return {m_session.workbook(), host, m_session.data(), {}, nullptr};
}

void PreviewPage::click(const model::Object &element)
{
    for (const model::Object &overlay : m_session.workbook().overlays) {
        if (model::overlayOf(overlay).triggerElement == element.id()) {
            m_stage.openOverlay(overlay.id());
            return;
        }
    }
    const QString link = element.kind() == "image" ? model::imageLookOf(element).link : QString();
    if (!runActions(placeFor(element), "on-click", m_stage) && !link.isEmpty())
        openLink(placeFor(element), link, m_stage);
}

void PreviewPage::select(const model::Object &element, int row)
{
    ActionPlace place = placeFor(element);
    if (const auto rows = rowsOf(element.key()))
        place.selected = {rows->main, row};
    runActions(place, "on-select", m_stage);
}

void PreviewPage::clickInCard(const model::Key &container, const model::Key &element, int row)
{
    const model::Object *object = m_session.workbook().element(element);
    if (!object)
        return;
    ActionPlace place = placeFor(*object);
    if (const auto rows = rowsOf(container))
        place.selected = {rows->main, row};
    runActions(place, "on-click", m_stage);
}

FormValues *PreviewPage::formOf(const model::Key &form) const
{
    PreviewCard *found = card(form);
    return found ? found->form() : nullptr;
}

void PreviewPage::runForm(const model::Object &form, const std::string &trigger, FormValues &values)
{
    ActionPlace place = placeFor(form);
    place.form = &values;
    runActions(place, trigger, m_stage);
}

void PreviewPage::jumpTo(const model::Object &element)
{
    const auto rows = rowsOf(element.key());
    const auto target = causeOf(m_session.workbook(), element, rows.get());
    if (!target)
        return;
    m_stage.leaveForDesign();
    m_session.reveal(*target);
}

void PreviewPage::follow(const model::Object &navigation, const model::NavigationEntry &entry)
{
    if (!entry.page.empty())
        m_stage.openPage(entry.page);
    else if (!entry.element.empty())
        m_stage.revealElement(entry.element);
    else if (!entry.url.isEmpty())
        openLink(placeFor(navigation), entry.url, m_stage);
}

void PreviewPage::allowPictures()
{
    if (!m_session.pictures())
        return;
    m_session.pictures()->setAllowed(true);
    m_stage.say(tr("Pictures from the web are loaded from now on. The View menu turns that off."));
}

} // namespace tessera::designer
