-- sqlite
SELECT
    t1."Id",
    t1."Quantity",
    t2."Region",
    t2."Goal"
FROM "SHOP"."ORDERS" AS t1
    FULL JOIN "SHOP"."PLANS" AS t2 ON t1."Quantity" >= t2."Goal";

-- postgresql
SELECT
    t1."Id",
    t1."Quantity",
    t2."Region",
    t2."Goal"
FROM "SHOP"."ORDERS" AS t1
    LEFT JOIN "SHOP"."PLANS" AS t2 ON t1."Quantity" >= t2."Goal"
UNION ALL
SELECT
    CAST(NULL AS double precision) AS "Id",
    CAST(NULL AS double precision) AS "Quantity",
    t2."Region",
    t2."Goal"
FROM "SHOP"."PLANS" AS t2
WHERE NOT EXISTS (SELECT 1 FROM "SHOP"."ORDERS" AS t1 WHERE t1."Quantity" >= t2."Goal");

-- mysql
SELECT
    t1.`Id`,
    t1.`Quantity`,
    CONVERT(t2.`Region` USING utf8mb4) COLLATE utf8mb4_bin AS `Region`,
    t2.`Goal`
FROM `SHOP`.`ORDERS` AS t1
    LEFT JOIN `SHOP`.`PLANS` AS t2 ON t1.`Quantity` >= t2.`Goal`
UNION ALL
SELECT
    NULL AS `Id`,
    NULL AS `Quantity`,
    CONVERT(t2.`Region` USING utf8mb4) COLLATE utf8mb4_bin AS `Region`,
    t2.`Goal`
FROM `SHOP`.`PLANS` AS t2
WHERE NOT EXISTS (SELECT 1 FROM `SHOP`.`ORDERS` AS t1 WHERE t1.`Quantity` >= t2.`Goal`);

-- snowflake
SELECT
    t1."Id",
    t1."Quantity",
    t2."Region",
    t2."Goal"
FROM "SHOP"."ORDERS" AS t1
    FULL JOIN "SHOP"."PLANS" AS t2 ON t1."Quantity" >= t2."Goal";

-- bigquery
SELECT
    t1.`Id`,
    t1.`Quantity`,
    t2.`Region`,
    t2.`Goal`
FROM `SHOP`.`ORDERS` AS t1
    LEFT JOIN `SHOP`.`PLANS` AS t2 ON t1.`Quantity` >= t2.`Goal`
UNION ALL
SELECT
    CAST(NULL AS FLOAT64) AS `Id`,
    CAST(NULL AS FLOAT64) AS `Quantity`,
    t2.`Region`,
    t2.`Goal`
FROM `SHOP`.`PLANS` AS t2
WHERE NOT EXISTS (SELECT 1 FROM `SHOP`.`ORDERS` AS t1 WHERE t1.`Quantity` >= t2.`Goal`);

-- databricks
SELECT
    t1.`Id`,
    t1.`Quantity`,
    t2.`Region`,
    t2.`Goal`
FROM `SHOP`.`ORDERS` AS t1
    FULL JOIN `SHOP`.`PLANS` AS t2 ON t1.`Quantity` >= t2.`Goal`;

-- redshift
SELECT
    t1."Id",
    t1."Quantity",
    t2."Region",
    t2."Goal"
FROM "SHOP"."ORDERS" AS t1
    LEFT JOIN "SHOP"."PLANS" AS t2 ON t1."Quantity" >= t2."Goal"
UNION ALL
SELECT
    CAST(NULL AS DOUBLE PRECISION) AS "Id",
    CAST(NULL AS DOUBLE PRECISION) AS "Quantity",
    t2."Region",
    t2."Goal"
FROM "SHOP"."PLANS" AS t2
WHERE NOT EXISTS (SELECT 1 FROM "SHOP"."ORDERS" AS t1 WHERE t1."Quantity" >= t2."Goal");

