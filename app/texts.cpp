// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/texts.h"

#include <QCoreApplication>
#include <QTranslator>

namespace tessera::app {

void nameApplication()
{
    QCoreApplication::setApplicationName(QStringLiteral("Tessera"));
    QCoreApplication::setOrganizationName(QStringLiteral("Tessera"));
    QCoreApplication::setApplicationVersion(QStringLiteral(TESSERA_VERSION));
}

void installTexts()
{
    auto *translator = new QTranslator(QCoreApplication::instance());
    if (translator->load(u":/i18n/tessera_en.qm"_qs))
        QCoreApplication::installTranslator(translator);
}

} // namespace tessera::app
