<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>Cli</name>
    <message numerus="yes">
        <source>%n element(s)</source>
        <translation>
            <numerusform>%n element</numerusform>
            <numerusform>%n elements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n column</numerusform>
            <numerusform>%n columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n manual step(s)</source>
        <translation>
            <numerusform>%n manual step</numerusform>
            <numerusform>%n manual steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Package</name>
    <message numerus="yes">
        <source>The workbook has %n error(s), so Sigma would reject the package.</source>
        <translation>
            <numerusform>The workbook has %n error, so Sigma would reject the package.</numerusform>
            <numerusform>The workbook has %n errors, so Sigma would reject the package.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RowGrid</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n column(s)</source>
        <translation>
            <numerusform>%1 · %n column</numerusform>
            <numerusform>%1 · %n columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n row(s)</source>
        <translation>
            <numerusform>Import %n row</numerusform>
            <numerusform>Import %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more place(s) could not be read and stay empty.</source>
        <translation>
            <numerusform>%n more place could not be read and stays empty.</numerusform>
            <numerusform>%n more places could not be read and stay empty.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) added.</source>
        <translation>
            <numerusform>%n row added.</numerusform>
            <numerusform>%n rows added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Added %n row(s)</source>
        <translation>
            <numerusform>Added %n row</numerusform>
            <numerusform>Added %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Wrote %n row(s)</source>
        <translation>
            <numerusform>Wrote %n row</numerusform>
            <numerusform>Wrote %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RowModel</name>
    <message numerus="yes">
        <source>Paste %n row(s)</source>
        <translation>
            <numerusform>Paste %n row</numerusform>
            <numerusform>Paste %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RuleText</name>
    <message numerus="yes">
        <source>%1 stands in the layout %n times.</source>
        <translation>
            <numerusform>%1 stands in the layout once.</numerusform>
            <numerusform>%1 stands in the layout %n times.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SchemaCatalogue</name>
    <message numerus="yes">
        <source>The schema catalogue has %n mistake(s); the first: %1</source>
        <translation>
            <numerusform>The schema catalogue has %n mistake; the first: %1</numerusform>
            <numerusform>The schema catalogue has %n mistakes; the first: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::adapters::EnvelopeReader</name>
    <message numerus="yes">
        <source>%n element(s) stand in a page but not in the layout; they are placed below each other there.</source>
        <translation>
            <numerusform>%n element stands in a page but not in the layout; it is placed below the others there.</numerusform>
            <numerusform>%n elements stand in a page but not in the layout; they are placed below each other there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n element(s) stand inside their pages, as older files have them.</source>
        <translation>
            <numerusform>%n element stands inside its page, as older files have them.</numerusform>
            <numerusform>%n elements stand inside their pages, as older files have them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dialog(s) stand among the pages, as older files have them.</source>
        <translation>
            <numerusform>%n dialog stands among the pages, as older files have them.</numerusform>
            <numerusform>%n dialogs stand among the pages, as older files have them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::model::RowEdits</name>
    <message numerus="yes">
        <source>Add %n row(s)</source>
        <translation>
            <numerusform>Add %n row</numerusform>
            <numerusform>Add %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n row(s)</source>
        <translation>
            <numerusform>Delete %n row</numerusform>
            <numerusform>Delete %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Edit %n cell(s)</source>
        <translation>
            <numerusform>Edit %n cell</numerusform>
            <numerusform>Edit %n cells</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::model::formula::Binder</name>
    <message numerus="yes">
        <source>at least %n argument(s)</source>
        <translation>
            <numerusform>at least %n argument</numerusform>
            <numerusform>at least %n arguments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n argument(s)</source>
        <translation>
            <numerusform>%n argument</numerusform>
            <numerusform>%n arguments</numerusform>
        </translation>
    </message>
</context>
</TS>
