/** Words that say what kind of place something is. Alone they name none: "primary school". */
export const kindWords: ReadonlySet<string> = new Set(
  `primary infant infants junior secondary high grammar nursery special school academy college preschool playgroup childminder children childrens centre center
refuge hostel shelter safe house women womens womans aid home unit hospital clinic surgery health medical practice doctor doctors gp dr service services
flat apartment apt room floor block building buildings house court tower estate road rd street st avenue ave lane close crescent drive gardens grove terrace
place square way walk row mews hill park church catholic saint c o of e ce rc and the a an at in on to from by with for near next opposite behind
address telephone phone mobile tel number no email mail work office shop store supermarket temporary accommodation bed breakfast hotel
call ring text only after before safe contact her his their mother father sister brother friend neighbour manager council borough
london city town greater county england wales scotland britain uk united kingdom great`.split(/\s+/),
)

/** Boroughs and large cities: too many letters name them to say where somebody is. */
export const largePlaces: ReadonlySet<string> = new Set(
  `barking dagenham barnet bexley brent bromley camden croydon ealing enfield greenwich hackney hammersmith fulham haringey harrow havering hillingdon
hounslow islington kensington chelsea kingston lambeth lewisham merton newham redbridge richmond southwark sutton hamlets waltham wandsworth westminster
birmingham manchester liverpool leeds sheffield bristol newcastle nottingham leicester cardiff edinburgh glasgow belfast essex kent surrey hertfordshire
middlesex berkshire upon thames tyne forest`.split(/\s+/),
)
