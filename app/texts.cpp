// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/texts.h"

#include <QCoreApplication>
#include <QTranslator>

namespace tessera::app {

namespace {

// lupdate does not read `namespace a::b {`: it files texts of such classes under their bare names, and those of local
// structs under the struct's. moc knows better, so what Qt asks for has to be looked up there too.
class BareContexts : public QTranslator
{
public:
    using QTranslator::QTranslator;

    QString translate(const char *context, const char *text, const char *disambiguation, int n) const override
    {
        const QByteArrayView full(context);
        const QByteArray bare = full.sliced(full.lastIndexOf(':') + 1).toByteArray();
        for (const char *name : {context, bare.constData(), "Texts"}) {
            if (const QString found = QTranslator::translate(name, text, disambiguation, n); !found.isEmpty())
                return found;
        }
        return {};
    }
};

} // namespace

void nameApplication()
{
    QCoreApplication::setApplicationName(QStringLiteral("Tessera"));
    QCoreApplication::setOrganizationName(QStringLiteral("Tessera"));
    QCoreApplication::setApplicationVersion(QStringLiteral(TESSERA_VERSION));
}

void installTexts()
{
    auto *translator = new BareContexts(QCoreApplication::instance());
    if (translator->load(u":/i18n/tessera_en.qm"_qs))
        QCoreApplication::installTranslator(translator);
}

} // namespace tessera::app
