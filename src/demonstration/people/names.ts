import type { Chance } from '../chance.ts'

// Given and family names as they meet in London, family by family. Nobody in particular bears them.
const families: readonly (readonly [given: string, family: string])[] = [
  [
    'Amara Chidi Ngozi Emeka Adaeze Tunde Folake Segun Yetunde Ifeoma Kelechi Bisi',
    'Okafor Adeyemi Nwosu Balogun Eze Olawale Okonkwo Afolabi Bankole Ogunleye',
  ],
  ['Kwame Abena Kofi Akosua Yaw Efua Kojo Adwoa', 'Mensah Owusu Boateng Asante Appiah Osei Ofori Amoah'],
  ['Hodan Abdi Ayaan Farah Ifrah Liban Hibo Warsame', 'Warsame Jama Yusuf Abdullahi Hersi Guled Farah Nur'],
  ['Selam Dawit Hanna Yonas Meron Bereket Rahel Samson', 'Tesfaye Haile Gebre Abebe Tekle Kidane Mulugeta Desta'],
  [
    'Marcia Delroy Shanice Winston Keisha Leroy Yvonne Tyrone Simone Andre Claudette Jermaine',
    'Campbell Grant Bailey Francis Reid Gordon Lewis Beckford Morrison Blake',
  ],
  [
    'Nasima Rafiq Shirin Kamal Tahmina Imran Rukhsana Faisal Sultana Jubair',
    'Begum Miah Chowdhury Uddin Rahman Choudhury Khatun Islam Hoque',
  ],
  ['Harpreet Gurdeep Simran Jaswinder Manjit Kiran Baljit Arjan', 'Sandhu Gill Dhillon Bains Grewal Sidhu Johal Mann'],
  ['Priya Nikhil Meera Rohan Anjali Sanjay Kavita Dipesh', 'Patel Shah Desai Mehta Joshi Solanki Trivedi Parmar'],
  [
    'Ayesha Bilal Zainab Usman Saima Tariq Nadia Kashif Hina Asad',
    'Malik Hussain Qureshi Akhtar Mahmood Iqbal Butt Chaudhry',
  ],
  ['Tharani Kumaran Nila Suresh Vaishnavi Pradeep', 'Sivakumar Rajendran Nadarajah Selvaraj Balendra Thevar'],
  ['Elif Murat Zeynep Deniz Aylin Kemal Sevgi Baris', 'Yildiz Demir Kaya Aydin Ozkan Polat Arslan Dogan'],
  ['Eleni Costas Maria Andreas Despina Yiannis', 'Georgiou Christodoulou Ioannou Nicolaou Pavlou Kyriacou'],
  [
    'Agnieszka Pawel Katarzyna Tomasz Magda Marcin Ewa Piotr',
    'Kowalska Nowak Wojcik Zielinska Lewandowski Mazur Krawczyk Dudek',
  ],
  ['Ioana Andrei Mihaela Radu Elena Bogdan Cristina Vlad', 'Popescu Ionescu Dumitru Stan Munteanu Barbu Rusu Lungu'],
  ['Marta Joao Ines Tiago Beatriz Rui Paula Nuno', 'Ferreira Carvalho Teixeira Moreira Pinto Rocha Nunes Lopes'],
  [
    'Camila Diego Valentina Andres Lucia Mateo Paola Rafael',
    'Restrepo Quintero Vargas Rojas Mendoza Salazar Ortiz Paz',
  ],
  ['Mei Jun Wai Ling Hao Xin Kit Yan', 'Chan Wong Lau Cheung Leung Zhang Chen Lin'],
  ['Linh Minh Thu Hung Trang Duc', 'Nguyen Tran Pham Vo Dang Bui'],
  ['Layla Karim Samira Youssef Amina Hicham Nour Tarek', 'Haddad Mansour Benali Khoury Saleh Nasser Idrissi Aziz'],
  ['Siobhan Declan Niamh Cormac Aoife Brendan Orla Fergal', 'Murphy Brennan Doyle Gallagher Keane Nolan Quinn Tierney'],
  [
    'Sarah Daniel Emma Tom Rachel Luke Hannah Joe Laura Matthew Becky Chris Jo Alex Sam Gareth Rhian Fiona Callum Kirsty',
    'Turner Baxter Harris Fletcher Dawson Whittaker Pearce Barlow Hughes Griffiths Frost Marsh Ellis Cole Nash Fraser',
  ],
  ['Miriam Avi Leah Jonah Tamar Reuben', 'Goldberg Levy Rosen Abrams Shapiro Adler'],
]

/** Inventing names, each once only in the place it is made for. */
export const makeNamer = (chance: Chance, taken: Iterable<string>): (() => string) => {
  const used = new Set(taken)
  const words = families.map(([given, family]) => [given.split(' '), family.split(' ')] as const)
  const invent = (): string => {
    const [given, family] = chance.pick(words)
    // Families mix: about one in six has the family name of another part of the world.
    const [, other] = chance.pick(words)
    const name = `${chance.pick(given)} ${chance.pick(chance.happens(1 / 6) ? other : family)}`
    if (used.has(name)) return invent()
    used.add(name)
    return name
  }
  return invent
}
