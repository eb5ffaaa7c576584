-- sqlite
SELECT
    "Region",
    sigma_list_agg("Customer", '; ', 'd', "Id") AS "List"
FROM "SHOP"."ORDERS"
GROUP BY 1;

-- postgresql
SELECT
    "Region",
    string_agg("Customer", '; ' ORDER BY "Id" DESC NULLS LAST) AS "List"
FROM "SHOP"."ORDERS"
GROUP BY 1;

-- mysql
SELECT
    CONVERT(`Region` USING utf8mb4) COLLATE utf8mb4_bin AS `Region`,
    GROUP_CONCAT((CONVERT(`Customer` USING utf8mb4) COLLATE utf8mb4_bin) ORDER BY `Id` DESC SEPARATOR '; ') AS `List`
FROM `SHOP`.`ORDERS`
GROUP BY 1;

-- snowflake
SELECT
    "Region",
    NULLIF(LISTAGG("Customer", '; ') WITHIN GROUP (ORDER BY "Id" DESC NULLS LAST), '') AS "List"
FROM "SHOP"."ORDERS"
GROUP BY 1;

-- bigquery
SELECT
    `Region`,
    STRING_AGG(`Customer`, '; ' ORDER BY `Id` DESC) AS `List`
FROM `SHOP`.`ORDERS`
GROUP BY 1;

-- databricks
SELECT
    `Region`,
    listagg(`Customer`, '; ') WITHIN GROUP (ORDER BY `Id` DESC) AS `List`
FROM `SHOP`.`ORDERS`
GROUP BY 1;

-- redshift
SELECT
    "Region",
    LISTAGG("Customer", '; ') WITHIN GROUP (ORDER BY "Id" DESC NULLS LAST) AS "List"
FROM "SHOP"."ORDERS"
GROUP BY 1;

