// SPDX-License-Identifier: GPL-3.0-or-later
#include <QPushButton>

#include "designer/preview/page_style.h"
#include "designer/preview/preview_card.h"
#include "designer/preview/preview_form.h"
#include "designer/preview/preview_page.h"
#include "designer/style/tokens.h"

namespace tessera::designer {

FormValues *PreviewCard::form() const
{
    return m_form;
}

// The fields and buttons of a form stand where its painter says.
void PreviewCard::placeForm()
{
    const model::Object *object = element();
    if (!object)
        return;
    const model::FormLook look = model::formLookOf(*object);
    if (!m_form || !(m_form->look() == look)) {
        delete m_form;
        delete m_primary;
        delete m_secondary;
        m_form = new PreviewForm(look, this);
        m_form->setAccessibleName(accessibleName());
        const auto button = [this](const QString &words, bool primary) {
            auto *made = new QPushButton(words, this);
            made->setObjectName(primary ? QStringLiteral("formPrimary") : QStringLiteral("formSecondary"));
            if (primary)
                made->setProperty("role", QStringLiteral("primary"));
            connect(made, &QPushButton::clicked, this, [this, primary] { submit(primary); });
            return made;
        };
        m_secondary = button(look.secondary, false);
        m_primary = button(look.primary, true);
    }
    const PageTheme theme = m_page.picture().themeAt(m_box.node);
    dressForPage(*this, theme);
    m_primary->setFont(theme.font(size::base, true));
    m_secondary->setFont(theme.font(size::base, true));
    m_primary->hide();
    m_secondary->hide();
    for (int i = 0; i < marks().marks().size(); ++i) {
        const Mark &mark = marks().marks().at(i);
        QWidget *widget = mark.kind != Mark::Kind::Place ? nullptr
                          : mark.column == "fields"      ? static_cast<QWidget *>(m_form)
                          : mark.column == "primary"     ? m_primary
                                                         : m_secondary;
        if (!widget)
            continue;
        widget->setGeometry(markRect(i));
        widget->show();
    }
}

void PreviewCard::submit(bool primary)
{
    const model::Object *object = element();
    if (!object || (primary && !m_form->complete()))
        return;
    m_page.runForm(*object, primary ? "on-primary-cta-click" : "on-secondary-cta-click", *m_form);
}

} // namespace tessera::designer
